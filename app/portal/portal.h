// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/client/eventstream.h"
#include "app/client/session.h"
#include "app/client/tokenstore.h"
#include "app/portal/portalsession.h"

#include <QObject>
#include <QSettings>
#include <QtQmlIntegration/qqmlintegration.h>
#include <QTranslator>

/// The portal as its pages see it: one server, one session, and how things look. Every view model takes it as its
/// `portal`.
class Portal : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program, and handed to the root of the pages")
    Q_PROPERTY(PortalSession *session READ session CONSTANT)
    Q_PROPERTY(QUrl serverUrl READ serverUrl CONSTANT)
    Q_PROPERTY(bool outboxAvailable READ outboxAvailable CONSTANT)
    Q_PROPERTY(QString demoCamera READ demoCamera CONSTANT)
    Q_PROPERTY(bool connected READ connected NOTIFY connectedChanged)
    Q_PROPERTY(ColorScheme darkMode READ darkMode WRITE setDarkMode NOTIFY darkModeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkModeChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)

public:
    enum class ColorScheme { Auto, Light, Dark };
    Q_ENUM(ColorScheme)

    struct Options
    {
        QUrl server;
        QString dataDir; ///< settings, and the session where there is no keychain
        QString outboxDir; ///< mail of the embedded server; empty for a remote one
        QString demoCamera; ///< proposed as the first camera's address
        TokenStore::Place tokens = TokenStore::Place::Keychain;
    };

    explicit Portal(const Options &options, QObject *parent = nullptr);
    ~Portal() override;

    PortalSession *session() const { return m_portalSession.get(); }
    QUrl serverUrl() const { return m_options.server; }
    /// Whether there is local mail to be read: the embedded server has no SMTP server to send it by.
    bool outboxAvailable() const { return !m_options.outboxDir.isEmpty(); }
    QString outboxDir() const { return m_options.outboxDir; }
    QString demoCamera() const { return m_options.demoCamera; }
    /// Whether events arrive: what is shown is what is.
    bool connected() const { return m_events.state() == EventStream::State::Open; }

    ColorScheme darkMode() const { return m_darkMode; }
    void setDarkMode(ColorScheme mode);
    /// What `darkMode` comes to: the desktop decides on Auto.
    bool dark() const;
    /// `en`, `zh_CN`; the system's, if there is a translation, until the user says another.
    QString language() const { return m_language; }
    void setLanguage(const QString &language);
    QStringList languages() const;

    ApiClient &client() { return m_client; }
    EventStream &events() { return m_events; }

Q_SIGNALS:
    void connectedChanged();
    void darkModeChanged();
    /// The translator is in place: retranslate.
    void languageChanged();

private:
    void followSession();
    void loadTranslation();
    void applyIconTheme() const;

    const Options m_options;
    QSettings m_settings;
    QTranslator m_translator;
    ApiClient m_client;
    TokenStore m_tokens;
    Session m_session;
    EventStream m_events;
    std::unique_ptr<PortalSession> m_portalSession;
    ColorScheme m_darkMode = ColorScheme::Auto;
    QString m_language;
};
