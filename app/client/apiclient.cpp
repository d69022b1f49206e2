// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/apiclient.h"

#include "app/client/apicall.h"

using namespace Qt::StringLiterals;

ApiClient::ApiClient(const QUrl &server, const AppCredential &app, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_app(app)
{
}

QUrl ApiClient::url(const QString &path, const QUrlQuery &query) const
{
    if (path.startsWith(u"/v1/") || !path.startsWith(u'/'))
        return m_server.resolved(QUrl(path));
    QUrl url = m_server.resolved(QUrl(u"/v1"_s + path));
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QNetworkRequest ApiClient::networkRequest(const ApiRequest &request) const
{
    QNetworkRequest made(url(request.path, request.query));
    // The API never redirects, and a redirect to another host would leak the token.
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Waymark"_s);
    made.setTransferTimeout(int(request.timeout.count()));
    if (request.as == ApiRequest::As::App)
        made.setRawHeader("Authorization", "Basic " + (m_app.appId + u':' + m_app.appKey).toUtf8().toBase64());
    if (request.as == ApiRequest::As::User && m_tokens && !m_tokens->accessToken().isEmpty())
        made.setRawHeader("Authorization", "Bearer " + m_tokens->accessToken());
    if (request.body)
        made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    else if (!request.contentType.isEmpty() && request.method == "GET")
        made.setRawHeader("Accept", request.contentType);
    else if (!request.contentType.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (!request.etag.isEmpty())
        made.setRawHeader("If-Match", request.etag);
    if (!request.idempotencyKey.isEmpty())
        made.setRawHeader("Idempotency-Key", request.idempotencyKey);
    return made;
}

ApiCall *ApiClient::send(const ApiRequest &request, QObject *context, Handler handler)
{
    auto *call = new ApiCall(this, request, context, std::move(handler));
    call->start();
    return call;
}
