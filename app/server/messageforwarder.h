// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apiclient.h"
#include "app/client/eventstream.h"

#include <QElapsedTimer>
#include <QQueue>

/// The credentials of a listener. They come from the environment, so that no list of processes shows them.
struct ForwarderCredentials
{
    QString accessToken; ///< WAYMARK_ACCESS_TOKEN; or instead of it:
    QString appId; ///< WAYMARK_APP_ID
    QString appKey; ///< WAYMARK_APP_KEY
    QString email; ///< WAYMARK_EMAIL
    QString password; ///< WAYMARK_PASSWORD

    static ForwarderCredentials fromEnvironment();
    /// Returns what is missing, as a sentence, or an empty text.
    QString missing() const;
};

/// Signs in with the credentials, and again when the access token has expired.
class ForwarderTokens : public QObject, public TokenSource
{
    Q_OBJECT

public:
    ForwarderTokens(ApiClient &client, const ForwarderCredentials &credentials);
    ~ForwarderTokens() override;

    QByteArray accessToken() const override { return m_token; }
    void renew(const QByteArray &spent, std::function<void(bool renewed)> done) override;
    /// Returns why the last sign-in has failed.
    QString refusal() const { return m_refusal; }
    /// Returns whether the tokens can be renewed.
    bool canRenew() const { return !m_credentials.email.isEmpty(); }

private:
    ApiClient &m_client;
    const ForwarderCredentials m_credentials;
    QByteArray m_token;
    QString m_refusal;
    QList<std::function<void(bool)>> m_waiting; ///< callbacks that wait for the running sign-in
};

/// Receives the messages that an account's webhooks receive, and forwards them to an endpoint, one after another and in
/// order. For local development: the server cannot reach the endpoint itself.
class MessageForwarder : public QObject
{
    Q_OBJECT

public:
    MessageForwarder(const QUrl &server, const QUrl &endpoint, const ForwarderCredentials &credentials);

    void start();

Q_SIGNALS:
    /// A line for the developer.
    void said(const QString &line);
    /// The listener cannot go on, for example because the credentials are wrong.
    void failed(const QString &reason);

private:
    void readSecret();
    void end(const QString &reason);
    void tellState();
    void take(const QString &notification);
    void next();
    void forward(const QString &type, const QJsonObject &message);
    void done(const QString &line);

    ApiClient m_client;
    ForwarderTokens m_tokens;
    EventStream m_events;
    QNetworkAccessManager m_network;
    const QUrl m_endpoint;
    QQueue<QString> m_waiting; ///< IDs of notifications; the first is being forwarded
    QElapsedTimer m_clock;
    bool m_lost = false;
    bool m_ended = false;
};
