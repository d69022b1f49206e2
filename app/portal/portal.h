// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/client/eventstream.h"
#include "app/client/session.h"
#include "app/client/tokenstore.h"
#include "app/portal/portalsession.h"

#include <QDateTime>
#include <QObject>
#include <QSettings>
#include <QtQmlIntegration/qqmlintegration.h>
#include <QTranslator>

/// The portal as its pages see it: the server, the session, and the appearance. Every view model has it as `portal`.
class Portal : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Created by the program and passed to the root item")
    Q_PROPERTY(PortalSession *session READ session CONSTANT)
    Q_PROPERTY(QUrl serverUrl READ serverUrl CONSTANT)
    Q_PROPERTY(bool outboxAvailable READ outboxAvailable CONSTANT)
    Q_PROPERTY(QString demoCamera READ demoCamera CONSTANT)
    Q_PROPERTY(bool connected READ connected NOTIFY connectedChanged)
    Q_PROPERTY(QDateTime lostAt READ lostAt NOTIFY connectedChanged)
    Q_PROPERTY(ColorScheme darkMode READ darkMode WRITE setDarkMode NOTIFY darkModeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY darkModeChanged)
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged)
    Q_PROPERTY(bool letterKeys READ letterKeys WRITE setLetterKeys NOTIFY letterKeysChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QStringList languages READ languages CONSTANT)

public:
    enum class ColorScheme { Auto, Light, Dark };
    Q_ENUM(ColorScheme)

    struct Options
    {
        QUrl server;
        QString dataDir; ///< folder of the settings, and of the session if there is no keychain
        QString outboxDir; ///< outbox of the embedded server; empty for a remote server
        QString demoCamera; ///< suggested as the address of the first camera
        QString account = {}; ///< KnownAccounts::Account::id
        TokenStore::Place tokens = TokenStore::Place::Keychain;

        /// Returns the keychain entry of the session. It depends on the data folder, the server, and the account, so
        /// that two portals and two accounts have separate sessions.
        QString tokenKey() const;
        /// Returns the file of the session if there is no keychain.
        QString tokenFile() const;
    };

    /// Returns the portal's credential. Every server knows its app.
    static AppCredential app();

    explicit Portal(const Options &options, QObject *parent = nullptr);
    ~Portal() override;

    PortalSession *session() const { return m_portalSession.get(); }
    QUrl serverUrl() const { return m_options.server; }
    /// Returns whether the embedded server keeps its mail in an outbox because it has no SMTP server.
    bool outboxAvailable() const { return !m_options.outboxDir.isEmpty(); }
    QString outboxDir() const { return m_options.outboxDir; }
    QString demoCamera() const { return m_options.demoCamera; }
    /// Returns whether the event stream is connected, so that the pages are up to date.
    bool connected() const { return m_connected; }

    /// Returns when the connection was lost; null while it is connected, and before the first connection.
    QDateTime lostAt() const { return m_lostAt; }

    ColorScheme darkMode() const { return m_darkMode; }
    void setDarkMode(ColorScheme mode);
    /// Returns whether the theme is dark. With `Auto` the desktop decides.
    bool dark() const;
    /// Returns whether changes appear at once instead of moving. Defaults to false: Qt 6.4 does not tell the desktop's
    /// setting.
    bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);
    /// Returns whether single letters are shortcuts (WCAG 2.2, criterion 2.1.4). Defaults to true.
    bool letterKeys() const { return m_letterKeys; }
    void setLetterKeys(bool enabled);
    /// `en`, `de`, `zh_CN`, or `ar`. Defaults to the system's language if it is translated.
    QString language() const { return m_language; }
    void setLanguage(const QString &language);
    QStringList languages() const;

    /// Copies a text to the clipboard.
    Q_INVOKABLE void copy(const QString &text) const;

    ApiClient &client() { return m_client; }
    EventStream &events() { return m_events; }

Q_SIGNALS:
    void connectedChanged();
    void darkModeChanged();
    void reduceMotionChanged();
    void letterKeysChanged();
    /// The translator is installed; texts must be translated again.
    void languageChanged();

private:
    void followSession();
    void followConnection();
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
    QDateTime m_lostAt;
    bool m_connected = false;
    ColorScheme m_darkMode = ColorScheme::Auto;
    bool m_reduceMotion = false;
    bool m_letterKeys = true;
    QString m_language;
};
