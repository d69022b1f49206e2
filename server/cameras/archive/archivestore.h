// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"
#include "server/core/db/database.h"

struct PageRequest;

/// A filter for the photos and videos of an account. Fields that are null or invalid do not filter.
struct ArchiveQuery
{
    AccountId account;
    DeviceId device;
    std::optional<DeviceData::Kind> kind;
    QDateTime from; ///< taken at or after
    QDateTime to; ///< taken before
};

/// The SQL of photos and videos.
class ArchiveStore
{
public:
    explicit ArchiveStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns a page of the photos and videos that are not in the bin, newest first unless the page sorts by `date`
    /// ascending. If there is a next page, the list has one more item than the page.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<DeviceData> list(const ArchiveQuery &query, const PageRequest &page);
    qint64 count(const ArchiveQuery &query);
    /// Returns the number of the account's photos and videos, including those in the bin.
    qint64 countOf(AccountId account);
    /// Returns the number of the account's videos that are being captured.
    qint64 pendingOf(AccountId account);
    /// Returns the duration of these videos, including those in the bin.
    double pendingSeconds(AccountId account);
    /// find() and findForUpdate() also return items in the bin.
    std::optional<DeviceData> find(DeviceDataId data);
    std::optional<DeviceData> findForUpdate(AccountId account, DeviceDataId data);
    void insert(const DeviceData &data) { m_database.insert(data); }
    void update(const DeviceData &data) { m_database.update(data); }
    /// Deletes the row, and records the id in the PurgedStore.
    void purge(const DeviceData &data, const QDateTime &now);

    /// Returns the bytes of the account's photos, videos, and mark media, including those in the bin.
    qint64 bytesOf(AccountId account);
    /// Returns the bytes of the account's photos and videos that are not in the bin.
    qint64 archivedBytes(AccountId account);
    /// Returns up to `limit` items taken before `time` that are neither in the bin nor held, oldest first, and locks
    /// them.
    QList<DeviceData> takenBefore(AccountId account, const QDateTime &time, int limit);
    /// Returns up to `limit` items whose time in the bin ended at or before `now`, and locks them.
    QList<DeviceData> binnedForUpdate(const QDateTime &now, int limit);

    /// Returns the number that signed URLs of the item must contain.
    qint64 linkEpoch(DeviceDataId data);
    /// Makes the signed URLs of the item invalid.
    void revokeLinks(DeviceDataId data);

    /// Returns the values of the sort keys, for a cursor.
    static QJsonArray cursor(const DeviceData &data);

private:
    Database &m_database;
};
