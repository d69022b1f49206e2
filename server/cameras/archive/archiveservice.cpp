// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/archiveservice.h"

#include "models/core/times.h"
#include "server/cameras/archive/dataholds.h"
#include "server/cameras/archive/storageuse.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/cameras/devices/devicestore.h"
#include "server/cameras/ingest/imagefile.h"
#include "server/cameras/ingest/videofile.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storedmedia.h"
#include "server/cameras/store/storedreply.h"
#include "server/core/base/durablefile.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/links.h"
#include "server/core/http/paging.h"

#include <QCryptographicHash>
#include <QFile>
#include <QImage>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 clockTolerance = 300; // seconds that a client's clock may be ahead

QByteArray linkScope(DeviceDataId data) { return "/v1/device-data/" + data.toString().toLatin1(); }

/// Returns the epoch that signed URLs must contain. It differs while the item is in the bin, so that earlier URLs do
/// not work then.
qint64 epochOf(ArchiveStore &store, const DeviceData &data)
{
    const qint64 epoch = store.linkEpoch(data.dataId);
    return data.deletedAt.isValid() ? ~epoch : epoch;
}

/// Sets the fields that describe a photo. Returns false if the content is no image.
bool describePhoto(DeviceData &data, const QByteArray &content)
{
    const QByteArray type = ImageFile::mediaType(content);
    if (type.isEmpty())
        return false;
    const QSize size = ImageFile::decoded(content).size();
    data.mediaType = QString::fromLatin1(type);
    data.width = size.width();
    data.height = size.height();
    return true;
}

/// Sets the fields that describe the video in a file.
///
/// Throws: 415 if the file has none.
void describeVideo(DeviceData &data, const QString &path)
{
    const auto video = VideoFile::probe(path);
    if (!video)
        throw Problem(415, u"media_type_unsupported"_s,
                      u"The content is not a JPEG, PNG, WebP, or BMP image, or an MP4, WebM, or Matroska video."_s);
    data.kind = DeviceData::Kind::Video;
    data.mediaType = video->mediaType;
    data.width = video->size.width();
    data.height = video->size.height();
    if (video->seconds > 0) // the file does not say
        data.duration = video->seconds;
}
}

DeviceData ArchiveService::add(const Caller &caller, const Upload &upload)
{
    DeviceData data = begun(caller, upload, upload.content.size());
    data.sha256 = QString::fromLatin1(QCryptographicHash::hash(upload.content, QCryptographicHash::Sha256).toHex());
    const bool isPhoto = describePhoto(data, upload.content);
    m_files.write(data.deviceId, data.dataId, upload.content);
    auto removeRefused = qScopeGuard([&] { m_files.remove(data.deviceId, data.dataId); });
    if (!isPhoto)
        describeVideo(data, pathOf(data));
    removeRefused.dismiss();
    store(data, upload.promised);
    return get(caller, data.dataId);
}

DeviceData ArchiveService::addFile(const Caller &caller, const Upload &upload, const QString &path,
                                   const std::function<void(const DeviceData &)> &also)
{
    QFile file(path);
    const uchar *mapped = file.open(QFile::ReadOnly) ? file.map(0, file.size()) : nullptr;
    if (!mapped)
        throw StorageError("cannot read " + path.toStdString());
    DeviceData data = begun(caller, upload, file.size());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    data.sha256 = QString::fromLatin1(hash.result().toHex());
    if (!upload.sha256.isEmpty() && upload.sha256 != data.sha256)
        throw Problem(422, u"digest_mismatch"_s, u"The file does not have the SHA-256 of the upload."_s);
    if (!describePhoto(data, QByteArray::fromRawData(reinterpret_cast<const char *>(mapped), file.size())))
        describeVideo(data, path);
    m_files.link(path, data.deviceId, data.dataId);
    store(data, upload.promised, also);
    return get(caller, data.dataId);
}

/// Returns what is known before the content is examined.
DeviceData ArchiveService::begun(const Caller &caller, const Upload &upload, qint64 bytes)
{
    const QDateTime now = Times::now();
    if (!DeviceStore(m_database).find(caller.accountId, upload.device))
        throw Problem::notFound();
    if (upload.takenAt > now.addSecs(clockTolerance))
        throw Problem::invalid(u"?taken_at"_s, u"too_large"_s, u"Must not be in the future."_s);
    requireRoom(caller.accountId, bytes - upload.promised);

    DeviceData data;
    data.dataId = DeviceDataId::generate();
    data.accountId = caller.accountId;
    data.deviceId = upload.device;
    data.bytes = bytes;
    data.takenAt = upload.takenAt.isValid() ? upload.takenAt : now;
    data.createdAt = now;
    data.storageId = m_files.storageId();
    return data;
}

/// Writes the row of a file that has been written. If a crash prevents it, BinKeeper removes the file.
void ArchiveService::store(const DeviceData &data, qint64 promised, const std::function<void(const DeviceData &)> &also)
{
    bool isCommitting = false;
    try {
        Transaction transaction(m_database);
        lockAccount(m_database, data.accountId);
        // Again, because another upload may have been stored meanwhile.
        requireRoom(data.accountId, data.bytes - promised);
        m_store.insert(data);
        if (also)
            also(data);
        record(data, u"data.created"_s);
        isCommitting = true;
        transaction.commit();
    } catch (const std::exception &) {
        // If the connection breaks, the database may have committed. BinKeeper removes the file if there is no row.
        if (!isCommitting)
            m_files.remove(data.deviceId, data.dataId);
        throw;
    }
}

bool ArchiveService::isStored(const DeviceData &data) const { return m_stored && m_stored->has(data.storageId); }

QString ArchiveService::pathOf(const DeviceData &data) const
{
    return isStored(data) ? m_stored->local({StoredKeys::ofData(data.deviceId, data.dataId), data.bytes})
                          : m_files.path(data.deviceId, data.dataId);
}

Reply ArchiveService::storedContent(const Request &request, const DeviceData &data) const
{
    return storedReply(request, *m_stored, StoredKeys::ofData(data.deviceId, data.dataId), data.bytes,
                       data.mediaType.toLatin1());
}

std::optional<QUrl> ArchiveService::addressOf(const DeviceData &data) const
{
    if (!isStored(data))
        return std::nullopt;
    return m_stored->store().address(StoredKeys::ofData(data.deviceId, data.dataId), data.mediaType.toLatin1());
}

void ArchiveService::requireRoom(AccountId account, qint64 bytes)
{
    requireFewer(m_store.countOf(account), m_caps.items, u"photos and videos"_s);
    StorageUse(m_database, m_caps).require(account, bytes);
}

DeviceData ArchiveService::addPending(const DeviceData &data)
{
    m_store.insert(data);
    record(data, u"data.created"_s);
    return m_store.find(data.dataId).value();
}

/// Throws: 404 unless the caller may see all pictures of the account. Shares cover streams and marks only.
void ArchiveService::requireVisible(const Caller &caller, AccountId account, DeviceId device)
{
    m_visibility.requirePictures(caller, account, device);
    if (!m_visibility.seesPictures(caller, account))
        throw Problem::notFound();
}

ArchiveService::Page ArchiveService::list(const Caller &caller, ArchiveQuery query, const PageRequest &page)
{
    query.account = caller.accountId;
    if (!query.device.isNull()) {
        const auto device = DeviceStore(m_database).find(query.device);
        if (!device)
            throw Problem::notFound();
        requireVisible(caller, device->accountId, query.device);
        query.account = device->accountId;
    }
    return {m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
}

DeviceData ArchiveService::get(const Caller &caller, DeviceDataId id)
{
    const auto data = m_store.find(id);
    if (!data)
        throw Problem::notFound();
    requireVisible(caller, data->accountId, data->deviceId);
    return *data;
}

/// Returns an item of the caller's account, and locks it.
///
/// Transaction: the caller's.
DeviceData ArchiveService::owned(const Caller &caller, DeviceDataId id)
{
    const auto data = m_store.findForUpdate(caller.accountId, id);
    return data ? *data : throw Problem::notFound();
}

void ArchiveService::remove(const Caller &caller, DeviceDataId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    DeviceData data = owned(caller, id);
    precondition.require(data);
    if (data.deletedAt.isValid())
        return;
    DataHolds::requireNone(data);
    data.deletedAt = Times::now();
    data.purgeAt = data.deletedAt.addSecs(std::chrono::seconds(m_binLifetime).count());
    m_store.update(data);
    record(data, u"data.deleted"_s);
    transaction.commit();
}

DeviceData ArchiveService::restore(const Caller &caller, DeviceDataId id)
{
    PurgedStore(m_database).require(caller.accountId, id.toString());
    Transaction transaction(m_database);
    DeviceData data = owned(caller, id);
    if (!DeviceStore(m_database).find(caller.accountId, data.deviceId))
        throw Problem::conflict(u"parent_deleted"_s, u"The device is in the bin. Restore the device first."_s)
            .with(u"restore_first"_s, QJsonArray{data.deviceId.toString()});
    if (!data.deletedAt.isValid())
        return data;
    data.deletedAt = {};
    data.purgeAt = {};
    m_store.update(data);
    record(data, u"data.restored"_s);
    transaction.commit();
    return data;
}

void ArchiveService::purge(const Caller &caller, DeviceDataId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    const DeviceData data = owned(caller, id);
    precondition.require(data);
    DataHolds::requireNone(data);
    m_store.purge(data, Times::now());
    record(data, u"data.deleted"_s, true);
    transaction.commit();
    m_files.remove(data.deviceId, id);
}

SignedDataList ArchiveService::sign(const Caller &caller, const DataSigning &signing)
{
    if (signing.revoke)
        requireScope(caller, Scope::Data);
    SignedDataList answer;
    Transaction transaction(m_database);
    for (const QString &id : signing.dataIds)
        answer.results += signedOne(caller, id, signing);
    transaction.commit();
    return answer;
}

SignedData ArchiveService::signedOne(const Caller &caller, const QString &id, const DataSigning &signing)
{
    SignedData result;
    result.dataId = id;
    const auto parsed = DeviceDataId::parse(id);
    const auto data = parsed ? m_store.find(*parsed) : std::nullopt;
    if (!data || !Visibility::isOwn(caller, data->accountId)) {
        const Problem problem = Problem::notFound();
        result.error = {problem.code, problem.detail};
        return result;
    }
    if (signing.revoke) {
        m_store.revokeLinks(*parsed);
        return result;
    }
    result.expiresAt = Times::now().addSecs(signing.expiresIn);
    result.content = data->content + u'?'
        + QString::fromLatin1(
                         m_links.sign(linkScope(*parsed), result.expiresAt, epochOf(m_store, *data), caller.sessionId));
    return result;
}

DeviceData ArchiveService::file(const Caller &caller, const Request &request, DeviceDataId id)
{
    const auto data = m_store.find(id);
    const bool byLink = caller.kind == Caller::Kind::Link;
    // The answer is the same whether or not the item exists.
    if (byLink && (!data || !m_links.allows(request, linkScope(id), epochOf(m_store, *data))))
        throw Problem::forbidden(u"link_invalid"_s, u"The signed URL is invalid, has expired, or was revoked."_s);
    if (!data)
        throw Problem::notFound();
    requireVisible(caller, data->accountId, data->deviceId);
    return *data;
}

void ArchiveService::record(const DeviceData &data, const QString &type, bool purged)
{
    QJsonObject payload{{u"device_id"_s, data.deviceId.toString()}, {u"data_id"_s, data.dataId.toString()}};
    if (purged)
        payload.insert(u"purged"_s, true);
    m_events.record(data.accountId, type, payload);
}
