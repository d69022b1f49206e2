// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/datauploadstore.h"

bool DataUploadStore::update(const DataUpload &upload)
{
    return m_database.exec("UPDATE data_upload SET received = ?, expires_at = ?, data_id = ? WHERE upload_id = ?",
                           upload.received, upload.expiresAt, upload.dataId, upload.uploadId)
        > 0;
}

std::optional<DataUpload> DataUploadStore::find(AccountId account, DataUploadId upload)
{
    return m_database.one<DataUpload>("SELECT * FROM data_upload WHERE upload_id = ? AND account_id = ?", upload,
                                      account);
}

bool DataUploadStore::exists(DataUploadId upload)
{
    return m_database.value("SELECT 1 FROM data_upload WHERE upload_id = ?", upload).isValid();
}

bool DataUploadStore::remove(DataUploadId upload)
{
    return m_database.exec("DELETE FROM data_upload WHERE upload_id = ?", upload) > 0;
}

DataUploadStore::Unfinished DataUploadStore::unfinishedOf(AccountId account, const QDateTime &now)
{
    const QByteArray unfinished = " FROM data_upload WHERE account_id = ? AND data_id IS NULL AND expires_at > ?";
    return {m_database.value("SELECT count(*)" + unfinished, account, now).toLongLong(),
            m_database.value("SELECT cast(coalesce(sum(bytes), 0) AS BIGINT)" + unfinished, account, now).toLongLong()};
}

QList<DataUploadId> DataUploadStore::expiredIn(const QString &storageId, const QDateTime &now, int limit)
{
    QList<DataUploadId> expired;
    for (const DataUpload &upload : m_database.select<DataUpload>(
             "SELECT upload_id FROM data_upload WHERE storage_id = ? AND expires_at <= ? ORDER BY expires_at LIMIT ?",
             storageId, now, limit))
        expired += upload.uploadId;
    return expired;
}
