// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/datauploads.h"

#include "models/core/times.h"
#include "server/cameras/archive/uploadedfile.h"
#include "server/cameras/devices/devicestore.h"
#include "server/core/base/durablefile.h"
#include "server/core/cluster/strayfiles.h"
#include "server/core/db/retry.h"
#include "server/core/http/lockedrow.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr int batch = 100;
constexpr JobKind expiry{.name = QLatin1StringView("uploads"), .lane = Job::Lane::Tidy};

QDateTime expiryFrom(const QDateTime &now) { return now.addSecs(std::chrono::seconds(DataUploads::lifetime).count()); }

Problem tooLarge(const QString &detail, qint64 limit)
{
    return Problem(413, u"body_too_large"_s, detail).with(u"limit"_s, limit);
}

/// Returns whether the content will never become a photo or video.
bool isFinal(const Problem &problem) { return problem.status == 413 || problem.status == 415 || problem.status == 422; }

/// Throws: 409 unless a part begins where the upload ends so far; 413 if it is longer than the rest.
void requireNext(const DataUpload &upload, qint64 offset, qint64 bytes)
{
    if (offset != upload.received)
        throw Problem::conflict(u"offset_mismatch"_s, u"Upload-Offset is not the number of bytes received."_s)
            .with(u"received"_s, upload.received);
    if (bytes > upload.bytes - upload.received)
        throw tooLarge(u"The part exceeds the end of the file."_s, upload.bytes - upload.received);
}

void removeExpired(Database &database, const ArchiveFiles &files, const std::atomic_bool &stopping)
{
    DataUploadStore store(database);
    const QDateTime now = Times::now();
    for (qsizetype removed = batch; removed == batch && !stopping;) {
        const auto expired = store.expiredIn(files.storageId(), now, batch);
        inTransaction(database, [&] {
            for (const DataUploadId upload : expired)
                store.remove(upload);
        });
        for (const DataUploadId upload : expired)
            QFile::remove(files.path(upload));
        removed = expired.size();
    }
    StrayFiles strays(database, {files.storageId(), u"archive/uploads"_s, files.uploads()});
    for (const QFileInfo &file : QDir(files.uploads()).entryInfoList(QDir::Files)) {
        const auto upload = DataUploadId::parse(file.fileName());
        if (!upload || !store.exists(*upload)) // a row can be deleted with its account
            strays.add(file);
    }
    strays.settle(stopping);
}
}

DataUpload DataUploads::begin(const Caller &caller, DataUpload wanted)
{
    if (!DeviceStore(m_database).find(caller.accountId, wanted.deviceId))
        throw Problem::notFound();
    if (wanted.bytes <= 0)
        throw Problem::invalid(u"/Upload-Length"_s, u"too_small"_s, u"Must be at least 1."_s);
    if (wanted.bytes > largest)
        throw tooLarge(u"The file is larger than an upload may be."_s, largest);
    m_files.requireDisk();
    wanted.uploadId = DataUploadId::generate();
    wanted.accountId = caller.accountId;
    wanted.storageId = m_files.storageId();
    wanted.createdAt = Times::now();
    wanted.expiresAt = expiryFrom(wanted.createdAt);
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    requireFewer(m_store.unfinishedOf(caller.accountId, wanted.createdAt).count, atOnce, u"unfinished uploads"_s);
    m_archive.requireRoom(caller.accountId, wanted.bytes);
    m_store.insert(wanted);
    transaction.commit();
    return wanted;
}

DataUpload DataUploads::get(const Caller &caller, DataUploadId id)
{
    const auto upload = m_store.find(caller.accountId, id);
    if (!upload || !DeviceStore(m_database).find(caller.accountId, upload->deviceId))
        throw Problem::notFound();
    if (upload->expiresAt <= Times::now())
        throw Problem(410, u"upload_expired"_s, u"The upload has expired. Begin a new one."_s);
    if (upload->storageId != m_files.storageId())
        throw Problem::conflict(u"upload_elsewhere"_s, u"Another server has the upload. Send the request there."_s);
    return *upload;
}

DataUpload DataUploads::append(const Caller &caller, DataUploadId id, qint64 offset, const QByteArray &part)
{
    if (const DataUpload upload = get(caller, id); upload.isFinished()) {
        requireNext(upload, offset, part.size()); // nothing: the answer to the last part was lost
        return upload;
    }
    m_files.requireDisk();
    UploadedFile file(m_files.path(id));
    if (!file.isLocked())
        throw Problem(423, u"upload_locked"_s, u"Another request is writing to the upload."_s);
    DataUpload upload = get(caller, id); // again, now that no other request can change it
    requireNext(upload, offset, part.size());
    if (file.size() < offset) {
        remove(caller, id);
        throw Problem(410, u"upload_expired"_s, u"The server has lost the upload. Begin a new one."_s);
    }
    m_files.watch([&] { file.write(part, offset); });
    upload.received += part.size();
    upload.expiresAt = expiryFrom(Times::now());
    if (upload.received == upload.bytes)
        return finished(caller, upload);
    if (!inTransaction(m_database, [&] { return m_store.update(upload); }))
        throw Problem::notFound(); // removed meanwhile
    return upload;
}

DataUpload DataUploads::finished(const Caller &caller, DataUpload upload)
{
    try {
        m_archive.addFile(caller, {upload.deviceId, upload.takenAt, {}, upload.sha256, upload.bytes},
                          m_files.path(upload.uploadId), [&](const DeviceData &data) {
                              upload.dataId = data.dataId;
                              if (!m_store.update(upload))
                                  throw Problem::notFound();
                          });
    } catch (const Problem &problem) {
        if (isFinal(problem) && problem.code != u"too_many")
            remove(caller, upload.uploadId);
        throw;
    } catch (const StorageError &) {
        if (!m_store.exists(upload.uploadId))
            throw Problem::notFound(); // removed meanwhile, with the file
        throw;
    }
    QFile::remove(m_files.path(upload.uploadId));
    return upload;
}

void DataUploads::remove(const Caller &caller, DataUploadId id, const Precondition &precondition)
{
    get(caller, id);
    inTransaction(m_database, [&] {
        lockedRow<DataUpload>(m_database, id, precondition,
                              [&](const DataUpload &upload) { return upload.accountId == caller.accountId; });
        m_store.remove(id);
    });
    QFile::remove(m_files.path(id));
}

JobTable dataUploadJobs(Database &database, const ArchiveFiles &files)
{
    return {{.kind = expiry,
             .run =
                 [&database, files](const Job &, const std::atomic_bool &stopping) {
                     removeExpired(database, files, stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::minutes(10),
             .everyServer = true}};
}
