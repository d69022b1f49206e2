// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markpictures.h"

#include "server/insight/vision/jpeg.h"

using namespace Qt::StringLiterals;

namespace {
constexpr QSize thumbnailSize(320, 180);

MarkPicture pictureOf(const DeviceMark &mark, const QByteArray &jpeg, const QString &name, const QDateTime &time)
{
    const QSize size = Jpeg::sizeOf(jpeg);
    return {u"/v1/device-marks/%1/%2"_s.arg(mark.devicemarkId.toString(), name), size.width(), size.height(),
            jpeg.size(), time};
}
}

MarkPictures::MarkPictures(const QByteArray &snapshot)
    : m_snapshot(snapshot)
    , m_thumbnail(Jpeg::scaled(snapshot, thumbnailSize))
{
}

void MarkPictures::write(const MarkFiles &files, DeviceId device, DeviceMarkId mark) const
{
    files.write(device, mark, MarkFiles::Kind::Snapshot, m_snapshot);
    files.write(device, mark, MarkFiles::Kind::Thumbnail, m_thumbnail);
}

void MarkPictures::describe(DeviceMark &mark, const QDateTime &time) const
{
    mark.snapshot = pictureOf(mark, m_snapshot, u"snapshot.jpg"_s, time);
    mark.thumbnail = pictureOf(mark, m_thumbnail, u"thumbnail.jpg"_s, time);
}
