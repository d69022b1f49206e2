// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/dataupload.h"
#include "server/core/db/database.h"

/// The SQL of resumable uploads.
class DataUploadStore
{
public:
    explicit DataUploadStore(Database &database)
        : m_database(database)
    {
    }

    void insert(const DataUpload &upload) { m_database.insert(upload); }
    /// Returns false if the upload was removed.
    bool update(const DataUpload &upload);
    std::optional<DataUpload> find(AccountId account, DataUploadId upload);
    bool exists(DataUploadId upload);
    /// Returns false if there was none.
    bool remove(DataUploadId upload);

    /// What an account's uploads take that are neither finished nor expired.
    struct Unfinished
    {
        qint64 count = 0;
        qint64 bytes = 0; ///< that the files will have
    };
    Unfinished unfinishedOf(AccountId account, const QDateTime &now);
    /// Returns up to `limit` uploads to a storage folder that expired at or before `now`.
    QList<DataUploadId> expiredIn(const QString &storageId, const QDateTime &now, int limit);

private:
    Database &m_database;
};
