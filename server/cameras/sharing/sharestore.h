// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/share.h"
#include "server/core/db/database.h"

struct PageRequest;

/// Which shares are meant. A null id does not narrow it.
struct ShareQuery
{
    AccountId account = {};
    DeviceId device = {};
    DeviceGroupId group = {};
};

/// The SQL of shares as their owner has given them.
class ShareStore
{
public:
    explicit ShareStore(Database &database)
        : m_database(database)
    {
    }

    /// A new one, or the one that there is with another end. As it then is.
    Share put(const Share &share);
    /// Exactly one of the two ids is set.
    std::optional<Share> find(const ShareQuery &object, const QString &person);
    /// Locks the object of a share, so that it cannot go into the bin meanwhile. Returns false unless it is there and
    /// belongs to the sharing account. Transaction: the caller's.
    bool lockShared(const Share &share);
    /// False when it is gone already.
    bool remove(ShareId share);
    /// Newest first, one more than fits the page.
    QList<Share> list(const ShareQuery &query, const PageRequest &page);
    qint64 count(const ShareQuery &query);
    QList<Share> ofDevice(DeviceId device);
    QList<Share> ofGroup(DeviceGroupId group);
    bool hasExpired(const QDateTime &now);
    /// Those whose time is over, and that no other server is ending at this moment.
    QList<Share> expired(const QDateTime &now);

private:
    Database &m_database;
};
