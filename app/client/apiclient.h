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
class TokenSource;

/// An app's way to prove itself: public apps (the portal is one) have an id alone.
struct AppCredential
{
    QString appId;
    QString appKey;
};

/// Speaks the API of one server: addresses, JSON, credentials, problem documents.
/// Lives in one thread, like everything made from it.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const ApiAnswer &)>;

    ApiClient(const QUrl &server, const AppCredential &app, QObject *parent = nullptr);

    QUrl server() const { return m_server; }
    /// The address of a path of the API; a whole address, or a path from the root (as signed addresses come), is
    /// resolved against the server.
    QUrl url(const QString &path, const QUrlQuery &query = {}) const;
    /// The request as it goes out, with its credentials, for those who read the answer as a stream.
    QNetworkRequest networkRequest(const ApiRequest &request) const;

    /// Sends, and calls `handler` once with the answer, never before this returns. Nothing is called after `context`
    /// is gone or the call was cancelled; the call itself goes away after its answer.
    ApiCall *send(const ApiRequest &request, QObject *context, Handler handler);

    /// Not owned; outlives the calls that need it, or is taken away with nullptr.
    void setTokenSource(TokenSource *source) { m_tokens = source; }
    TokenSource *tokenSource() const { return m_tokens; }

private:
    friend class ApiCall;

    QUrl m_server;
    AppCredential m_app;
    TokenSource *m_tokens = nullptr;
    QNetworkAccessManager m_network;
};
