// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/cameras/archive/archiveservice.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/contentcoding.h"
#include "server/core/http/filereply.h"
#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Archive";
constexpr qint64 largest = 64 << 20; // bytes of one file

std::optional<DeviceData::Kind> kindOf(const Call &call)
{
    const QString wanted = call.query(u"kind"_s);
    if (wanted.isEmpty())
        return std::nullopt;
    for (const auto kind : {DeviceData::Kind::Photo, DeviceData::Kind::Video}) {
        if (SqlValue::of(kind).toString() == wanted)
            return kind;
    }
    throw Problem::invalid(u"?kind"_s, u"not_allowed"_s, u"Must be photo or video."_s);
}

ArchiveQuery queryOf(const Call &call)
{
    ArchiveQuery query;
    query.device = QueryValues::id<DeviceId>(call, u"device_id"_s);
    query.kind = kindOf(call);
    const auto [from, to] = QueryValues::range(call);
    query.from = from;
    query.to = to;
    return query;
}

Upload uploadOf(const Call &call)
{
    const QByteArray type = call.request.headers.value("Content-Type").toLower();
    if (!type.startsWith("image/") && !type.startsWith("video/") && !type.startsWith("application/octet-stream"))
        throw Problem(415, u"media_type_unsupported"_s,
                      u"The request body must be a photo or video, with its media type as Content-Type."_s);
    Upload upload;
    upload.device = QueryValues::id<DeviceId>(call, u"device_id"_s);
    if (upload.device.isNull())
        throw Problem::invalid(u"?device_id"_s, u"required"_s, u"The device is required."_s);
    upload.takenAt = QueryValues::past(call, u"taken_at"_s);
    upload.content = call.request.body;
    return upload;
}

DeviceDataId idOf(const Call &call) { return call.id<DeviceDataId>(u"data_id"); }

Reply content(ArchiveService &archive, Peers &peers, const Call &call)
{
    const DeviceData data = archive.file(call.caller, call.request, idOf(call));
    if (data.state != DeviceData::State::Ready)
        throw Problem::conflict(u"data_not_ready"_s, u"The video has no file: its state says why."_s)
            .with(u"state"_s, SqlValue::of(data.state).toString());
    const QByteArray type = data.mediaType.toLatin1();
    if (const auto address = archive.addressOf(data)) {
        Reply reply = Reply::redirect(*address);
        reply.headers.append("Cache-Control", "no-store");
        return reply;
    }
    if (archive.isStored(data))
        return archive.storedContent(call.request, data);
    if (!peers.isHere(data.storageId))
        return peers.file(call.request, data.storageId, ArchiveFiles::target(data.deviceId, data.dataId), type);
    return fileReply(call.request, archive.pathOf(data), type);
}

RouteTable readingRoutes(ArchiveService &archive, Peers &peers)
{
    const Access reader = Callers::user(Scope::DataRead);
    return {
        {
            .method = Method::Get,
            .path = u"/device-data"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List photos and videos, newest first"_s,
            .query = {{u"device_id"_s, u"Only photos and videos of this device; default: all devices of the account"_s},
                      Parameters::oneOf(u"kind"_s, u"Only this kind"_s, {u"photo"_s, u"video"_s}),
                      Parameters::time(u"from"_s, u"Only those taken at or after this time"_s),
                      Parameters::time(u"to"_s, u"Only those taken before this time"_s)},
            .reply = &DeviceData::staticMetaObject,
            .list = true,
            .handle =
                [&archive](const Call &call) {
                    const auto page = PageRequest::from(call, {u"date"_s}, {{u"date"_s, true}});
                    const auto found = archive.list(call.caller, queryOf(call), page);
                    return pageOf<DeviceData>(call, page, found.data, &ArchiveStore::cursor, found.total);
                },
        },
        {
            .method = Method::Get,
            .path = u"/device-data/:data_id"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"Get the description of a photo or video"_s,
            .reply = &DeviceData::staticMetaObject,
            .handle = [&archive](const Call &call) { return replyWith(archive.get(call.caller, idOf(call))); },
        },
        {
            .method = Method::Get,
            .path = u"/device-data/:data_id/content"_s,
            .caller = Access(reader).orLink(),
            .tag = tag,
            .summary = u"Get the file of a photo or video"_s,
            .replyTypes = {u"image/*"_s, u"video/*"_s},
            .otherStatuses = {206, 302, 409, 416}, // 302: to the media store; 409: the video is being captured
            .runs = archive.reading(),
            .handle = [&archive, &peers](const Call &call) { return content(archive, peers, call); },
            .stands = [&archive](const Call &call) { archive.file(call.caller, call.request, idOf(call)); },
        },
        {
            .method = Method::Put,
            .path = u"/device-data/uri"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"Create signed URLs of photos and videos, or revoke them"_s,
            .body = &DataSigning::staticMetaObject,
            .reply = &SignedDataList::staticMetaObject,
            .handle =
                [&archive](const Call &call) { return replyWith(archive.sign(call.caller, call.body<DataSigning>())); },
        },
    };
}

RouteTable writingRoutes(ArchiveService &archive)
{
    const Access writer = Callers::user(Scope::Data);
    return {
        {
            .method = Method::Post,
            .path = u"/device-data"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Upload a photo or video as the request body, verified against its digests (RFC 9530)"_s,
            .query = {{u"device_id"_s, u"The device of the photo or video"_s},
                      Parameters::time(u"taken_at"_s,
                                       u"When the photo was taken or the video started; default: now"_s)},
            .requestHeaders = {{u"Content-Digest"_s, u"SHA-256 or SHA-512 that the body must have (RFC 9530)"_s, false},
                               {u"Repr-Digest"_s, u"The same as Content-Digest (RFC 9530)"_s, false},
                               {u"Digest"_s, u"The same in the older form, such as SHA-256=Base64 (RFC 3230)"_s,
                                false}},
            .bodyTypes = {u"image/*"_s, u"video/*"_s, u"application/octet-stream"_s},
            .reply = &DeviceData::staticMetaObject,
            .status = 201,
            .runs = Runs::OnUploadPool,
            .handle = [&archive](const Call &call) { return replyWith(archive.add(call.caller, uploadOf(call)), 201); },
            .maxBody = largest,
        },
        {
            .method = Method::Delete,
            .path = u"/device-data/:data_id"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Move a photo or video to the bin, unless it is held"_s,
            .status = 204,
            .otherStatuses = {409}, // held
            .conditional = true,
            .handle =
                [&archive](const Call &call) {
                    archive.remove(call.caller, idOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Delete,
            .path = u"/device-data/:data_id/permanent"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Permanently delete a photo or video, unless it is held"_s,
            .status = 204,
            .otherStatuses = {409}, // held
            .runs = Runs::OnFilePool,
            .conditional = true,
            .handle =
                [&archive](const Call &call) {
                    archive.purge(call.caller, idOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable archiveRoutes(ArchiveService &archive, Peers &peers)
{
    return readingRoutes(archive, peers) + writingRoutes(archive);
}

RouteTable archivePeerRoutes(const Peers &peers, const ArchiveFiles &files)
{
    return {peerRoute(peers, u"/device-data/:device_id/:data_id"_s, Runs::OnFilePool, [&files](const Call &call) {
        return fileReply(call.request, files.path(call.id<DeviceId>(u"device_id"), idOf(call)),
                         "application/octet-stream");
    })};
}
