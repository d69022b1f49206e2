// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/providercalls.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

/// The parts of a provider's discovery document that this server uses (OpenID Connect Discovery 1.0, 3).
struct OpenidDocument
{
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl userInfoEndpoint; ///< may be empty
    QUrl jwksUri;
    bool namesIssuer = false; ///< its responses carry `iss` (RFC 9207)
    bool takesBasic = true; ///< `client_secret_basic` at the token endpoint; otherwise `client_secret_post`
};

/// Fetches the discovery documents and keys of providers on first use, and caches them for as long as the provider
/// allows, within limits. Calls may block for as long as a request to the provider. Thread: any; one object serves all
/// threads.
class OpenidMetadata
{
public:
    explicit OpenidMetadata(const WebClient &web)
        : m_web(web)
    {
    }
    Q_DISABLE_COPY_MOVE(OpenidMetadata)

    /// Returns the discovery document of the provider.
    /// Throws: like ProviderCalls. A failure is cached for a few seconds and thrown again without a request.
    OpenidDocument document(const IdentityProvider &provider);
    /// Returns the provider's signing keys (JWK, RFC 7517) with this ID, or all of them if `kid` is empty. An unknown
    /// ID causes a new request, but not at every call, because anyone can make up an ID.
    /// Throws: like document().
    QList<QJsonObject> keys(const IdentityProvider &provider, const QString &kid);

private:
    using Clock = std::chrono::steady_clock;
    template <typename T>
    struct Cached
    {
        std::optional<T> value;
        Clock::time_point until;
    };
    struct Entry
    {
        std::mutex mutex; ///< held during a request: callers that wait get the same answer
        Cached<OpenidDocument> document;
        Cached<QList<QJsonObject>> keys;
        Cached<Problem> failure;
        Clock::time_point nextRefetch; ///< for an unknown key ID
    };

    Entry &entry(const QString &provider);
    template <typename T>
    T fetched(Entry &entry, Cached<T> &cached, const std::function<std::pair<T, Headers>()> &fetch);
    OpenidDocument documentOf(Entry &entry, const IdentityProvider &provider);
    QList<QJsonObject> keysOf(Entry &entry, const IdentityProvider &provider);

    const WebClient &m_web;
    std::mutex m_mutex;
    std::map<QString, Entry> m_entries;
};
