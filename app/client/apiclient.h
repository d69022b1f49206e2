// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/apianswer.h"
#include "app/client/apirequest.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>

#include <functional>

class ApiCall;

/// Provides ApiClient with the user's access token.
class TokenSource
{
public:
    virtual ~TokenSource() = default;

    /// Returns the access token, or an empty array if nobody is signed in.
    virtual QByteArray accessToken() const = 0;
    /// Renews the token after the server has refused `spent`. Calls `done`, possibly before returning, with whether a
    /// new token is available. Concurrent calls share one renewal, because the second use of a refresh token ends the
    /// session.
    virtual void renew(const QByteArray &spent, std::function<void(bool renewed)> done) = 0;
};

/// The credential of an app. Public apps, such as the portal, have an id only.
struct AppCredential
{
    QString appId;
    QString appKey;
};

/// Calls the API of one server: builds URLs, adds credentials, and reads JSON and problem documents.
///
/// Thread: the client and its calls live in one thread.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const ApiAnswer &)>;

    ApiClient(const QUrl &server, const AppCredential &app, QObject *parent = nullptr);

    QUrl server() const { return m_server; }
    /// Returns the URL of an API path. A full URL, or a path from the root as in signed URLs, is resolved against the
    /// server.
    QUrl url(const QString &path, const QUrlQuery &query = {}) const;
    /// Returns the network request with its credentials, for callers that read the answer as a stream.
    QNetworkRequest networkRequest(const ApiRequest &request) const;

    /// Sends a request. Calls `handler` once with the answer, never before send() returns, and not at all after
    /// `context` is destroyed or the call is canceled. The call deletes itself after the answer.
    ApiCall *send(const ApiRequest &request, QObject *context, Handler handler);

    /// The source is not owned. It must outlive the calls, or be reset with nullptr.
    void setTokenSource(TokenSource *source) { m_tokens = source; }
    TokenSource *tokenSource() const { return m_tokens; }

private:
    friend class ApiCall;

    QUrl m_server;
    AppCredential m_app;
    TokenSource *m_tokens = nullptr;
    QNetworkAccessManager m_network;
};
