// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/openidmetadata.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr auto keptAtLeast = std::chrono::seconds(60);
constexpr auto keptByDefault = std::chrono::seconds(60 * 60);
constexpr auto keptAtMost = std::chrono::seconds(24 * 60 * 60);
constexpr auto failureKept = std::chrono::seconds(3);
constexpr auto betweenRefetches = std::chrono::seconds(30);

/// Returns how long an answer may be cached (RFC 9111, 5.2.2.1), within our limits.
std::chrono::seconds freshness(const Headers &headers)
{
    static const QRegularExpression maxAge(u"(?:^|[,\\s])max-age=\"?(\\d{1,9})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QByteArray control = headers.value("Cache-Control").toLower();
    if (control.contains("no-store") || control.contains("no-cache"))
        return keptAtLeast;
    const auto match = maxAge.match(QString::fromLatin1(control));
    return match.hasMatch() ? std::clamp(std::chrono::seconds(match.captured(1).toInt()), keptAtLeast, keptAtMost)
                            : keptByDefault;
}

QUrl discoveryUrl(const QString &issuer)
{
    // A trailing slash is removed (OpenID Connect Discovery 1.0, 4.1).
    return QUrl((issuer.endsWith(u'/') ? issuer.chopped(1) : issuer) + u"/.well-known/openid-configuration"_s);
}

OpenidDocument documentFrom(const IdentityProvider &provider, const ProviderCalls &calls, const QJsonObject &json)
{
    // A document of one issuer must not speak for another (Discovery 1.0, 4.3).
    if (json[u"issuer"_s].toString() != provider.issuer)
        throw calls.failed("its discovery document names another issuer");
    const auto url = [&json](const QString &member) { return QUrl(json[member].toString(), QUrl::StrictMode); };
    OpenidDocument document;
    document.authorizationEndpoint = url(u"authorization_endpoint"_s);
    document.tokenEndpoint = url(u"token_endpoint"_s);
    document.userInfoEndpoint = url(u"userinfo_endpoint"_s);
    document.jwksUri = url(u"jwks_uri"_s);
    document.namesIssuer = json[u"authorization_response_iss_parameter_supported"_s].toBool();
    const QJsonArray methods = json[u"token_endpoint_auth_methods_supported"_s].toArray();
    document.takesBasic = methods.isEmpty() || methods.contains(u"client_secret_basic"_s);
    if (!document.userInfoEndpoint.isEmpty() && !WebClient::isSafe(document.userInfoEndpoint))
        throw calls.failed("its discovery document contains an unsafe address");
    for (const QUrl &required : {document.authorizationEndpoint, document.tokenEndpoint, document.jwksUri}) {
        if (!WebClient::isSafe(required))
            throw calls.failed("its discovery document lacks an address or contains an unsafe one");
    }
    return document;
}

QList<QJsonObject> keysFrom(const QJsonObject &json)
{
    QList<QJsonObject> keys;
    const QJsonArray all = json[u"keys"_s].toArray();
    for (const auto &item : all) {
        const QJsonObject key = item.toObject();
        if (key[u"use"_s].toString(u"sig"_s) == u"sig"_s) // other keys are for encryption
            keys += key;
    }
    return keys;
}
}

OpenidMetadata::Entry &OpenidMetadata::entry(const QString &provider)
{
    const std::lock_guard lock(m_mutex);
    return m_entries[provider];
}

template <typename T>
T OpenidMetadata::fetched(Entry &entry, Cached<T> &cached, const std::function<std::pair<T, Headers>()> &fetch)
{
    if (cached.value && Clock::now() < cached.until)
        return *cached.value;
    if (entry.failure.value && Clock::now() < entry.failure.until)
        throw Problem(*entry.failure.value);
    try {
        auto [value, headers] = fetch();
        cached = {std::move(value), Clock::now() + freshness(headers)};
        return *cached.value;
    } catch (const Problem &problem) {
        entry.failure = {problem, Clock::now() + failureKept};
        throw;
    }
}

OpenidDocument OpenidMetadata::documentOf(Entry &entry, const IdentityProvider &provider)
{
    return fetched<OpenidDocument>(entry, entry.document, [&] {
        const ProviderCalls calls(m_web, provider);
        const ProviderAnswer answer = calls.get(discoveryUrl(provider.issuer));
        if (!answer.succeeded())
            throw calls.failed("it has no discovery document");
        return std::pair(documentFrom(provider, calls, answer.json), answer.headers);
    });
}

QList<QJsonObject> OpenidMetadata::keysOf(Entry &entry, const IdentityProvider &provider)
{
    const QUrl address = documentOf(entry, provider).jwksUri;
    return fetched<QList<QJsonObject>>(entry, entry.keys, [&] {
        const ProviderCalls calls(m_web, provider);
        const ProviderAnswer answer = calls.get(address);
        if (!answer.succeeded() || !answer.json[u"keys"_s].isArray())
            throw calls.failed("it publishes no keys");
        return std::pair(keysFrom(answer.json), answer.headers);
    });
}

OpenidDocument OpenidMetadata::document(const IdentityProvider &provider)
{
    Entry &known = entry(provider.id);
    const std::lock_guard lock(known.mutex);
    return documentOf(known, provider);
}

QList<QJsonObject> OpenidMetadata::keys(const IdentityProvider &provider, const QString &kid)
{
    Entry &known = entry(provider.id);
    const std::lock_guard lock(known.mutex);
    const auto named = [&kid](QList<QJsonObject> keys) {
        if (!kid.isEmpty())
            keys.removeIf([&kid](const QJsonObject &key) { return key[u"kid"_s].toString() != kid; });
        return keys;
    };
    QList<QJsonObject> found = named(keysOf(known, provider));
    if (found.isEmpty() && Clock::now() >= known.nextRefetch) {
        known.nextRefetch = Clock::now() + betweenRefetches;
        const auto before = std::exchange(known.keys, {});
        try {
            found = named(keysOf(known, provider));
        } catch (const Problem &) {
            known.keys = before; // the previous keys stay usable
            throw;
        }
    }
    return found;
}
