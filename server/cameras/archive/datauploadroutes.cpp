// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/archive/datauploads.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Archive";
const QString path = u"/device-data/uploads"_s;
const QString pathOfOne = u"/device-data/uploads/:upload_id"_s;
const QByteArray version = "1.0.0";

HeaderField versionField(bool required = true)
{
    return {.name = u"Tus-Resumable"_s,
            .summary = u"Version of the protocol"_s,
            .required = required,
            .value = QString::fromLatin1(version)};
}
const QList<HeaderField> stateFields{
    {u"Upload-Offset"_s, u"Number of bytes that have arrived"_s, true, u"integer"_s},
    {u"Upload-Length"_s, u"Size of the file in bytes"_s, true, u"integer"_s},
    {u"Upload-Expires"_s, u"When the upload is removed unless another part arrives; absent once it is finished"_s,
     false},
    versionField()};

struct Checksum
{
    const char *name;
    QCryptographicHash::Algorithm algorithm;
};
constexpr Checksum checksums[] = {{"sha1", QCryptographicHash::Sha1},
                                  {"md5", QCryptographicHash::Md5},
                                  {"sha256", QCryptographicHash::Sha256},
                                  {"sha512", QCryptographicHash::Sha512}};

Problem malformed(const QString &detail) { return Problem::badRequest(u"upload_malformed"_s, detail); }

qint64 numberOf(const Call &call, const QByteArray &field)
{
    const QByteArray text = call.request.headers.value(field);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        throw malformed(u"%1 must be a number of bytes."_s.arg(QString::fromLatin1(field)));
    return number;
}

/// Returns the metadata: names with values in Base64, separated by commas (tus 1.0, creation).
QHash<QByteArray, QString> metadataOf(const Call &call)
{
    QHash<QByteArray, QString> metadata;
    for (const QByteArray &pair : call.request.headers.value("Upload-Metadata").split(',')) {
        const QList<QByteArray> parts = pair.trimmed().split(' ');
        const auto value = QByteArray::fromBase64Encoding(parts.value(1), QByteArray::AbortOnBase64DecodingErrors);
        if (!value || parts.size() > 2)
            throw malformed(u"Upload-Metadata must have the form `name Base64,name Base64`."_s);
        if (metadata.contains(parts[0]))
            throw malformed(u"Upload-Metadata must not have a name twice."_s);
        metadata.insert(parts[0], QString::fromUtf8(*value));
    }
    return metadata;
}

DataUpload wantedOf(const Call &call)
{
    const QHash<QByteArray, QString> metadata = metadataOf(call);
    DataUpload wanted;
    wanted.bytes = numberOf(call, "Upload-Length");
    if (!metadata.contains("device_id"))
        throw Problem::invalid(u"/Upload-Metadata/device_id"_s, u"required"_s, u"The device is required."_s);
    wanted.deviceId = DeviceId::parse(metadata["device_id"]).value_or(DeviceId());
    if (const QString takenAt = metadata.value("taken_at"); !takenAt.isEmpty()) {
        wanted.takenAt = Times::parse(takenAt).value_or(QDateTime());
        const QString pointer = u"/Upload-Metadata/taken_at"_s;
        if (!wanted.takenAt.isValid())
            throw Problem::invalid(pointer, u"malformed"_s, u"Must be a time in RFC 3339 form."_s);
        if (wanted.takenAt > Times::now().addSecs(300))
            throw Problem::invalid(pointer, u"too_large"_s, u"Must not be in the future."_s);
    }
    wanted.sha256 = metadata.value("sha256").toLower();
    static const QRegularExpression digest(u"^[0-9a-f]{64}\\z"_s);
    if (!wanted.sha256.isEmpty() && !digest.match(wanted.sha256).hasMatch())
        throw Problem::invalid(u"/Upload-Metadata/sha256"_s, u"malformed"_s, u"Must be 64 hexadecimal digits."_s);
    return wanted;
}

/// Throws: 460 `checksum_mismatch` unless the body is what `Upload-Checksum` says.
void requireChecksum(const Call &call)
{
    if (!call.request.headers.contains("Upload-Checksum"))
        return;
    const QList<QByteArray> parts = call.request.headers.value("Upload-Checksum").split(' ');
    const auto *known = std::find_if(std::begin(checksums), std::end(checksums),
                                     [&](const Checksum &each) { return each.name == parts[0]; });
    if (known == std::end(checksums) || parts.size() != 2)
        throw malformed(u"Upload-Checksum must be sha1, md5, sha256 or sha512, and the digest in Base64."_s);
    const auto digest = QByteArray::fromBase64Encoding(parts[1], QByteArray::AbortOnBase64DecodingErrors);
    if (!digest || digest.decoded.size() != QCryptographicHash::hashLength(known->algorithm))
        throw malformed(u"The digest in Upload-Checksum does not have the length of its algorithm."_s);
    if (QCryptographicHash::hash(call.request.body, known->algorithm) != digest.decoded)
        throw Problem(460, u"checksum_mismatch"_s, u"The part does not match Upload-Checksum."_s);
}

DataUploadId idOf(const Call &call) { return call.id<DataUploadId>(u"upload_id"); }

/// Adds what tells a client where to continue.
Reply described(Reply reply, const DataUpload &upload)
{
    reply.headers.append("Upload-Offset", QByteArray::number(upload.received));
    reply.headers.append("Upload-Length", QByteArray::number(upload.bytes));
    if (!upload.isFinished())
        reply.headers.append(
            "Upload-Expires",
            QLocale::c().toString(upload.expiresAt.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
    return reply;
}

Reply appended(DataUploads &uploads, const Call &call)
{
    if (before(call.request.headers.value("Content-Type"), ';').trimmed().toLower()
        != "application/offset+octet-stream")
        throw Problem(415, u"media_type_unsupported"_s,
                      u"A part of an upload has the Content-Type application/offset+octet-stream."_s);
    const qint64 offset = numberOf(call, "Upload-Offset");
    requireChecksum(call);
    return described(Reply::noContent(), uploads.append(call.caller, idOf(call), offset, call.request.body));
}

/// Wraps a handler: the version of the protocol is checked first, and named in each answer.
std::function<Reply(const Call &)> tus(std::function<Reply(const Call &)> handle)
{
    return [handle = std::move(handle)](const Call &call) {
        const QByteArray wanted = call.request.headers.value("Tus-Resumable");
        // A plain GET shows what an upload has become.
        if (wanted != version && !(call.request.method == Method::Get && wanted.isEmpty()))
            throw Problem(412, u"tus_version"_s, u"Tus-Resumable must be 1.0.0."_s).withHeader("Tus-Version", version);
        Reply reply = handle(call);
        reply.headers.append("Tus-Resumable", version);
        return reply;
    };
}

/// Wraps a handler for one upload, which must be the caller's.
std::function<Reply(const Call &)> ofUpload(DataUploads &uploads, std::function<Reply(const Call &)> handle)
{
    return [&uploads, handle = tus(std::move(handle))](const Call &call) {
        uploads.get(call.caller, idOf(call));
        return handle(call);
    };
}

Route partRoute(DataUploads &uploads, Method method, const QString &summary)
{
    return {.method = method,
            .path = pathOfOne,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = summary,
            .requestHeaders = {versionField(),
                               {u"Upload-Offset"_s, u"Number of bytes that have arrived before"_s, true, u"integer"_s},
                               {u"Upload-Checksum"_s,
                                u"Algorithm (sha1, md5, sha256, sha512) and digest of the part in Base64"_s, false}},
            .bodyTypes = {u"application/offset+octet-stream"_s},
            .status = 204,
            .otherStatuses = {403, 409, 410, 412, 413, 415, 422, 423, 460},
            .replyHeaders = stateFields,
            .runs = Runs::OnUploadPool,
            .handle = ofUpload(uploads, [&uploads](const Call &call) { return appended(uploads, call); }),
            .maxBody = DataUploads::largest};
}

Reply capabilities()
{
    Reply reply = Reply::noContent();
    QByteArrayList names;
    for (const Checksum &each : checksums)
        names += each.name;
    reply.headers.append("Tus-Resumable", version);
    reply.headers.append("Tus-Version", version);
    reply.headers.append("Tus-Extension", "creation,expiration,checksum,termination");
    reply.headers.append("Tus-Max-Size", QByteArray::number(DataUploads::largest));
    reply.headers.append("Tus-Checksum-Algorithm", names.join(','));
    return reply;
}

RouteTable collectionRoutes(DataUploads &uploads)
{
    return {
        {
            .method = Method::Options,
            .path = path,
            .caller = Callers::anyone(),
            .tag = tag,
            .summary = u"Get the version, extensions and limits of resumable uploads (tus 1.0)"_s,
            .status = 204,
            .replyHeaders = {versionField(),
                             {u"Tus-Version"_s, u"Versions of the protocol"_s},
                             {u"Tus-Extension"_s, u"Extensions of the protocol"_s},
                             {u"Tus-Max-Size"_s, u"Size of the largest file in bytes"_s, true, u"integer"_s},
                             {u"Tus-Checksum-Algorithm"_s, u"Algorithms for Upload-Checksum"_s}},
            .handle = [](const Call &) { return capabilities(); },
        },
        {
            .method = Method::Post,
            .path = path,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = u"Begin a resumable upload of Upload-Length bytes; Upload-Metadata has device_id, and may have "
                       "taken_at and sha256 (tus 1.0)"_s,
            .requestHeaders = {versionField(),
                               {u"Upload-Length"_s, u"Size of the file in bytes"_s, true, u"integer"_s},
                               {u"Upload-Metadata"_s, u"Pairs of a name and a value in Base64, separated by commas"_s}},
            .reply = &DataUpload::staticMetaObject,
            .status = 201,
            .otherStatuses = {404, 412, 413},
            .replyHeaders = stateFields,
            .runs = Runs::OnFilePool,
            .handle = tus([&uploads](const Call &call) {
                const DataUpload upload = uploads.begin(call.caller, wantedOf(call));
                return described(replyWith(upload, 201), upload);
            }),
        },
    };
}
}

RouteTable dataUploadRoutes(DataUploads &uploads)
{
    return collectionRoutes(uploads)
        + RouteTable{
            {
                .method = Method::Get,
                .path = pathOfOne,
                .caller = Callers::user(Scope::Data),
                .tag = tag,
                .summary = u"Get how much of an upload has arrived, and what it has become"_s,
                .requestHeaders = {versionField(false)},
                .reply = &DataUpload::staticMetaObject,
                .otherStatuses = {409, 410, 412},
                .replyHeaders = stateFields,
                .handle = ofUpload(uploads,
                                   [&uploads](const Call &call) {
                                       const DataUpload upload = uploads.get(call.caller, idOf(call));
                                       Reply reply = described(replyWith(upload), upload);
                                       if (call.request.method == Method::Head) // tus 1.0 requires it of HEAD
                                           reply.headers.append("Cache-Control", "no-store");
                                       return reply;
                                   }),
            },
            partRoute(uploads, Method::Patch,
                      u"Send a part of an upload, from Upload-Offset on; after the last part it is a DeviceData"_s),
            partRoute(uploads, Method::Post,
                      u"Send a part like PATCH, from where PATCH cannot be sent (X-HTTP-Method-Override)"_s),
            {
                .method = Method::Delete,
                .path = pathOfOne,
                .caller = Callers::user(Scope::Data),
                .tag = tag,
                .summary = u"End an upload and remove what has arrived of it"_s,
                .requestHeaders = {versionField()},
                .status = 204,
                .otherStatuses = {409, 410, 412},
                .replyHeaders = {versionField()},
                .runs = Runs::OnFilePool,
                .conditional = true,
                .handle = ofUpload(uploads,
                                   [&uploads](const Call &call) {
                                       uploads.remove(call.caller, idOf(call), call.precondition());
                                       return Reply::noContent();
                                   }),
            },
        };
}
