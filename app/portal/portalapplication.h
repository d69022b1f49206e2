// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/accountwatches.h"
#include "app/portal/desktop.h"
#include "app/portal/knownaccounts.h"
#include "app/portal/portal.h"
#include "app/portal/portalarguments.h"

#include <QQmlApplicationEngine>

#include <memory>

class QQuickWindow;
class Server;

/// The whole portal: the window, and the embedded server unless a remote server is given. Requires a QGuiApplication.
class PortalApplication : public QObject
{
    Q_OBJECT

public:
    explicit PortalApplication(const PortalArguments &arguments, QObject *parent = nullptr);
    /// Closes the window and stops the server once its running requests have finished.
    ~PortalApplication() override;

    /// Sets the application's names and style. Must be called before the QGuiApplication is created.
    static void setUp();

    /// Returns false and logs the reason if the server or the window cannot be created.
    bool start();
    /// Shows the gallery of the style's controls instead, which needs neither a server nor an account. Returns false
    /// and logs the reason if the window cannot be created.
    bool showGallery();
    Portal &portal() { return *m_portal; }
    Desktop &desktop() { return *m_desktop; }
    QQuickWindow *window() const;
    QQmlApplicationEngine &engine() { return *m_engine; }
    /// Brings the window to the front and opens the page of a link unless it is empty, as when the portal is started
    /// again.
    void raise(const QString &link = {});

private:
    bool startServer();
    bool openWindow();
    /// Returns how the portal of an account is made.
    Portal::Options optionsOf(const KnownAccounts::Account &account) const;
    void makePortal();
    void change();
    bool load(const QString &file, const QVariantMap &properties);

    const PortalArguments m_arguments;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<KnownAccounts> m_accounts;
    std::unique_ptr<AccountWatches> m_watches;
    std::unique_ptr<Portal> m_portal;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<QQmlApplicationEngine> m_engine; // destroyed first, because its pages use the portal
};
