// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingstorage.h"

#include "server/cameras/ingest/segmentreader.h"
#include "server/core/base/durablefile.h"
#include "server/core/db/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int examined = 100; // of the oldest files

QString markOf(const RecordingStorage &storage) { return storage.recordings + u"/storage.id"_s; }

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

QString RecordingStorage::nameOf(const QString &path) const { return QDir(folder).relativeFilePath(path); }

bool RecordingStorage::mark(Database &database) const
{
    if (isThere())
        return true;
    const QString own = nameOf(recordings) + u'/';
    const auto rows = database.select<RecordedFile>(
        "SELECT storage_id, path FROM recording WHERE storage_id = ? AND substr(path, 1, ?) = ? AND NOT is_open "
        "ORDER BY started_at LIMIT ?",
        id, own.size(), own, examined);
    const bool isKnown = std::ranges::any_of(rows, [this](const RecordedFile &row) { return !isMissing(path(row)); });
    if (!rows.isEmpty() && !isKnown)
        return false;
    try {
        DurableFile::write(markOf(*this), id.toUtf8() + '\n');
    } catch (const StorageError &) {
        return false; // a full disk
    }
    return true;
}

bool RecordingStorage::isThere() const
{
    QFile file(markOf(*this));
    return file.open(QFile::ReadOnly) && QString::fromUtf8(file.readAll().trimmed()) == id;
}

bool RecordingStorage::isMissing(const QString &path)
{
    struct stat state = {};
    return ::stat(QFile::encodeName(path).constData(), &state) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

bool RecordingStorage::isOwn(const RecordedFile &row) const
{
    return row.storageId == id && row.path.startsWith(nameOf(recordings) + u'/');
}

RecordedFile RecordingStorage::row(DeviceId device, const RingFile &file, const Fragments &listed) const
{
    const TrackInfo track = file.track.codec.isEmpty() ? probed(file) : file.track;
    RecordedFile row;
    row.recordingId = file.name.id;
    row.deviceId = device;
    row.storageId = id;
    row.path = nameOf(file.path);
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
