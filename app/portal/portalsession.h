// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/session.h"
#include "app/portal/feedback.h"

#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

class ApiClient;
class EventStream;
class QSettings;

/// The session as the pages see it. In QML: `Session`.
class PortalSession : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Session)
    QML_UNCREATABLE("Use Portal.session")
    /// True until an earlier session has been resumed or has turned out to be over.
    Q_PROPERTY(bool restoring READ restoring NOTIFY signedInChanged)
    Q_PROPERTY(bool signedIn READ signedIn NOTIFY signedInChanged)
    Q_PROPERTY(QString accountId READ accountId NOTIFY signedInChanged)
    Q_PROPERTY(QString userId READ userId NOTIFY signedInChanged)
    Q_PROPERTY(QString userName READ userName NOTIFY userChanged)
    Q_PROPERTY(QString email READ email NOTIFY userChanged)
    /// `member`, `developer`, `support`, or `admin`.
    Q_PROPERTY(QString role READ role NOTIFY userChanged)
    /// The address of the last sign-in, to sign in again.
    Q_PROPERTY(QString lastEmail READ lastEmail NOTIFY signedInChanged)
    /// The password was right, and the sign-in waits for a code of the second factor.
    Q_PROPERTY(bool needsCode READ needsCode NOTIFY needsCodeChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY feedbackChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY feedbackChanged)

public:
    /// `settings` remembers the address of the last sign-in under `emailKey`.
    PortalSession(ApiClient &client, Session &session, EventStream &events, QSettings &settings, QString emailKey);

    bool restoring() const { return m_session.state() == Session::State::Restoring; }
    bool signedIn() const { return m_session.state() == Session::State::SignedIn; }
    QString accountId() const { return m_session.accountId(); }
    QString userId() const { return m_session.userId(); }
    QString userName() const { return m_userName; }
    QString email() const { return m_email; }
    QString role() const { return m_role; }
    QString lastEmail() const;
    bool needsCode() const { return m_session.needsCode(); }
    bool busy() const { return m_session.isBusy(); }
    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void signIn(const QString &email, const QString &password);
    /// Sends a code of the authenticator app, or a recovery code.
    Q_INVOKABLE void sendCode(const QString &code);
    Q_INVOKABLE void cancelCode();
    Q_INVOKABLE void signOut();
    /// Clears the error, as when the user begins to correct the form.
    Q_INVOKABLE void clearError() { setError({}); }
    /// Reads the user's name and role again, as after a change of the account.
    void readUser();

Q_SIGNALS:
    void signedInChanged();
    void userChanged();
    void needsCodeChanged();
    void feedbackChanged();
    /// The sign-in failed; `errorText` says why. `inactive` is true if the email address has not been verified yet.
    void signInFailed(bool inactive);
    /// The server ended the session; `errorText` says why.
    void ended();

private:
    void setError(const QString &text);
    void takeUser(const QJsonObject &account);

    ApiClient &m_client;
    Session &m_session;
    QSettings &m_settings;
    const QString m_emailKey;
    QString m_userName;
    QString m_email;
    QString m_role;
    QString m_errorText;
};
