// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portal.h"
#include "app/portal/portalarguments.h"

#include <QQmlApplicationEngine>

#include <memory>

class QQuickWindow;
class Server;

/// The whole portal: the server that it brings along, unless it is told another, and the window. Wants a
/// QGuiApplication around it.
class PortalApplication : public QObject
{
    Q_OBJECT

public:
    explicit PortalApplication(const PortalArguments &arguments, QObject *parent = nullptr);
    /// Closes the window, and stops the server once it has finished what it was asked.
    ~PortalApplication() override;

    /// How things look has to be known before the QGuiApplication is there.
    static void setUp();

    /// False, with the reason on the log, when the server or the window cannot be had.
    bool start();
    Portal &portal() { return *m_portal; }
    QQuickWindow *window() const;
    QQmlApplicationEngine &engine() { return *m_engine; }
    /// To the front, as when somebody starts the portal again.
    void raise();

private:
    bool startServer();
    bool openWindow();

    const PortalArguments m_arguments;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Portal> m_portal;
    std::unique_ptr<QQmlApplicationEngine> m_engine; // goes first: its pages use the portal
};
