// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/credentials/sessionstore.h"

#include <QHash>

#include <chrono>

/// Whom access tokens stand for, for a moment: most requests come in bursts under one token. One a thread.
class OwnerCache
{
public:
    /// `life` of 0: it keeps nothing.
    explicit OwnerCache(std::chrono::milliseconds life)
        : m_life(life)
    {
    }

    /// Null unless it was put in under the same Database::standing(), lately, and the token is still good.
    const TokenOwner *find(const QString &hash, quint64 standing, const QDateTime &now) const;
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
