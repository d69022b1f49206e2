// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/ownercache.h"

#include <algorithm>

namespace {
constexpr qsizetype most = 10'000; // a few megabytes
}

const TokenOwner *OwnerCache::find(const QString &hash, quint64 standing, const QDateTime &now,
                                   std::chrono::milliseconds oldest) const
{
    const auto entry = m_entries.constFind(hash);
    if (entry == m_entries.constEnd() || entry->standing != standing)
        return nullptr;
    const qint64 age = entry->readAt.msecsTo(now);
    const bool fresh = age >= 0 && age < std::min(m_life, oldest).count();
    return fresh && entry->owner.expiresAt > now ? &entry->owner : nullptr;
}

void OwnerCache::put(const QString &hash, quint64 standing, const QDateTime &now, const TokenOwner &owner)
{
    if (m_life.count() == 0)
        return;
    if (m_entries.size() >= most)
        m_entries.clear();
    m_entries.insert(hash, {owner, standing, now});
}
