// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/credentials/sessionstore.h"

#include <QHash>

#include <chrono>

/// Caches the owners of access tokens for a moment, because most requests come in bursts with the same token. Thread:
/// one; each thread has its own cache.
class OwnerCache
{
public:
    /// A `life` of 0 disables the cache.
    explicit OwnerCache(std::chrono::milliseconds life)
        : m_life(life)
    {
    }

    /// Returns the owner if it was stored no longer ago than `oldest` and the cache's life, and under the same
    /// Database::standing(), and the token has not expired. Returns null otherwise.
    const TokenOwner *find(const QString &hash, quint64 standing, const QDateTime &now,
                           std::chrono::milliseconds oldest) const;
    void put(const QString &hash, quint64 standing, const QDateTime &now, const TokenOwner &owner);

private:
    struct Entry
    {
        TokenOwner owner;
        quint64 standing = 0;
        QDateTime readAt;
    };
    std::chrono::milliseconds m_life;
    QHash<QString, Entry> m_entries;
};
