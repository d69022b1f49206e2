// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/providercalls.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.federation", QtInfoMsg)

constexpr auto tryAgainAfter = std::chrono::seconds(10);

Headers wantingJson(Headers headers)
{
    headers.append("Accept", "application/json");
    return headers;
}
}

ProviderAnswer ProviderCalls::get(const QUrl &url, const Parameters &query, const Headers &headers) const
{
    const QUrl whole = query.isEmpty() ? url : WebClient::withQuery(url, query);
    return checked([&] { return m_web.get(whole, wantingJson(headers), reachOf(url)); });
}

ProviderAnswer ProviderCalls::post(const QUrl &url, const Parameters &form, const Headers &headers) const
{
    return checked([&] { return m_web.post(url, form, wantingJson(headers), reachOf(url)); });
}

Reach ProviderCalls::reachOf(const QUrl &url) const
{
    const QList<QUrl> configured{QUrl(m_provider.issuer), m_provider.authorizationUrl, m_provider.tokenUrl,
                                 m_provider.userInfoUrl, m_provider.debugTokenUrl};
    const auto isHost = [&](const QUrl &known) { return known.host() == url.host(); };
    return std::ranges::any_of(configured, isHost) ? Reach::Configured : Reach::Published;
}

ProviderAnswer ProviderCalls::checked(const std::function<WebAnswer()> &ask) const
{
    WebAnswer answer;
    try {
        answer = ask();
    } catch (const WebError &error) {
        if (error.kind == WebError::Kind::TooLarge)
            throw failed(error.what());
        qCWarning(log, "Identity provider %s cannot be reached: %s", qUtf8Printable(m_provider.id), error.what());
        throw Problem::unavailable(u"provider_unreachable"_s,
                                   u"%1 cannot be reached. Try again in a moment."_s.arg(m_provider.title),
                                   tryAgainAfter);
    }
    if (answer.status >= 500)
        throw failed("it returned a server error");
    const auto document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        throw failed("its answer is not a JSON object");
    return {answer.status, answer.headers, document.object()};
}

Problem ProviderCalls::failed(const char *why) const
{
    qCWarning(log, "Identity provider %s failed: %s", qUtf8Printable(m_provider.id), why);
    return {502, u"provider_failed"_s, u"%1 returned an unusable answer."_s.arg(m_provider.title)};
}

Problem ProviderCalls::refused(const QString &detail) { return Problem::unauthorized(u"identity_refused"_s, detail); }
