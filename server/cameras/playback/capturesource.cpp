// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/capturesource.h"

#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/base/durablefile.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
Problem notReady()
{
    return Problem::unavailable(u"stream_not_ready"_s,
                                u"The camera sends no pictures at present. Its state says whether it is online."_s,
                                std::chrono::seconds(5));
}
}

CaptureStart CaptureStart::here(const MediaHub &media, const QString &storageId, DeviceId device, DeviceData::Kind kind)
{
    const LiveStanding standing = media.standing(device);
    if (standing == LiveStanding::NotReady)
        throw notReady();
    if (kind == DeviceData::Kind::Photo) {
        const auto picture = media.snapshot(device);
        return picture ? CaptureStart{picture->time, picture->jpeg} : throw notReady();
    }
    if (standing == LiveStanding::NotRecordable)
        throw Problem::conflict(u"stream_not_recordable"_s,
                                u"The camera's codec cannot be recorded. Capture a photo instead."_s);
    if (standing == LiveStanding::NotKept)
        throw StorageError("the camera is not recorded");
    const auto key = media.newestKey(device);
    return key ? CaptureStart{*key, storageId.toLatin1()} : throw notReady();
}

QByteArray CaptureStart::toBytes() const { return Times::toText(time) + '\n' + content; }

std::optional<CaptureStart> CaptureStart::parse(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const auto time = end > 0 ? Times::parse(QString::fromLatin1(bytes.left(end))) : std::nullopt;
    return time ? std::optional(CaptureStart{*time, bytes.mid(end + 1)}) : std::nullopt;
}
