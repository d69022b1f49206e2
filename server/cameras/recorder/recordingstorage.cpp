// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingstorage.h"

#include "server/cameras/ingest/segmentreader.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
TrackInfo probed(const RingFile &file)
{
    const auto segments = RingFolder::openBetween({file}, 0, file.fragments.constFirst().startMs + 1);
    if (segments.empty())
        return {};
    SegmentReader reader(segments);
    return reader.open() ? reader.track() : TrackInfo();
}
}

QString RecordingStorage::of(DeviceId device) const { return recordings + u'/' + device.toString() + u"/recordings"_s; }

bool RecordingStorage::isOwn(const RecordedFile &row) const
{
    return row.storageId == id && row.path.startsWith(QDir(folder).relativeFilePath(recordings) + u'/');
}

RecordedFile RecordingStorage::row(DeviceId device, const RingFile &file, const Fragments &listed) const
{
    const TrackInfo track = file.track.codec.isEmpty() ? probed(file) : file.track;
    RecordedFile row;
    row.recordingId = file.name.id;
    row.deviceId = device;
    row.storageId = id;
    row.path = QDir(folder).relativeFilePath(file.path);
    row.bytes = file.endOffset();
    row.initBytes = file.initBytes;
    row.initNumber = file.init;
    row.codec = track.codec;
    row.width = track.size.width();
    row.height = track.size.height();
    row.isOpen = file.isOpen;
    row.setList(listed);
    return row;
}

std::optional<RingFile> RecordingStorage::read(const RecordedFile &row) const
{
    const QFileInfo file(path(row));
    const auto name = RecordingName::parse(file.fileName());
    return name ? RingFile::read(file.path(), *name) : std::nullopt;
}
