// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/providercalls.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

/// What an OpenID Connect provider publishes of itself (OpenID Connect Discovery 1.0, 3), as far as it is used.
struct OpenidDocument
{
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl userInfoEndpoint; ///< may be empty
    QUrl jwksUri;
    bool namesIssuer = false; ///< its answers to the browser carry `iss` (RFC 9207)
    bool takesBasic = true; ///< `client_secret_basic` at the token endpoint; otherwise `client_secret_post`
};

/// Discovery documents and keys of the providers, fetched when first wanted and kept as long as the provider allows,
/// within limits. One object serves all threads; may block for as long as a request to the provider does.
class OpenidMetadata
{
public:
    explicit OpenidMetadata(const WebClient &web)
        : m_web(web)
    {
    }
    Q_DISABLE_COPY_MOVE(OpenidMetadata)

    /// Throws Problem as ProviderCalls does; for a few seconds after a failure the same again, without asking.
    OpenidDocument document(const IdentityProvider &provider);
    /// The provider's signing keys (JWK, RFC 7517) of this id; all of them where `kid` is empty. One that is not known
    /// is asked for anew, but not at every such call: anybody can make up an id. Throws as document().
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
        std::mutex mutex; ///< held while asking: who comes meanwhile gets the same answer
        Cached<OpenidDocument> document;
        Cached<QList<QJsonObject>> keys;
        Cached<Problem> failure;
        Clock::time_point nextRefetch; ///< of the keys, for an unknown id
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
