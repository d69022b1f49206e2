// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"
#include "server/core/db/database.h"

struct PageRequest;

/// Which photos and videos of an account are meant. What is null or invalid does not narrow it.
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

    /// What is not in the bin, the newest first unless the page sorts by `date`; one more than the page holds, where
    /// there are more. Throws Problem 422 for a cursor of another list.
    QList<DeviceData> list(const ArchiveQuery &query, const PageRequest &page);
    qint64 count(const ArchiveQuery &query);
    /// In the bin or not.
    std::optional<DeviceData> find(DeviceDataId data);
    std::optional<DeviceData> findForUpdate(AccountId account, DeviceDataId data);
    void insert(const DeviceData &data) { m_database.insert(data); }
    void update(const DeviceData &data) { m_database.update(data); }
    /// For good, leaving a note for who asks for it later.
    void purge(const DeviceData &data, const QDateTime &now);

    /// Of the account's photos and videos, and of its marks' pictures and clips; what lies in the bin counts as well.
    qint64 bytesOf(AccountId account);
    /// Of the photos and videos alone that are not in the bin.
    qint64 archivedBytes(AccountId account);
    /// Some that are not in the bin.
    QList<DeviceData> takenBefore(AccountId account, const QDateTime &time, int limit);
    /// Those whose time in the bin is over.
    QList<DeviceData> binnedForUpdate(const QDateTime &now, int limit);

    qint64 linkEpoch(DeviceDataId data);
    void revokeLinks(DeviceDataId data);

    static QJsonArray cursor(const DeviceData &data);

private:
    Database &m_database;
};
