// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markfiles.h"

#include "models/insight/devicemark.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storedmedia.h"
#include "server/cameras/store/storedreply.h"
#include "server/core/base/durablefile.h"
#include "server/core/http/filereply.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <array>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array kinds{MarkFiles::Kind::Snapshot, MarkFiles::Kind::Thumbnail, MarkFiles::Kind::Clip};
}

QString MarkFiles::nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Snapshot:
        return StoredKeys::markSnapshot;
    case Kind::Thumbnail:
        return StoredKeys::markThumbnail;
    case Kind::Clip:
        break;
    }
    return StoredKeys::markClip;
}

QByteArray MarkFiles::target(DeviceId device, DeviceMarkId mark, Kind kind)
{
    return u"/internal/device-marks/%1/%2/%3"_s.arg(device.toString(), mark.toString(), nameOf(kind)).toLatin1();
}

QString MarkFiles::path(DeviceId device, DeviceMarkId mark, Kind kind) const
{
    return m_folder + u'/' + device.toString() + u'/' + mark.toString() + u'.' + nameOf(kind);
}

QStringList MarkFiles::paths(DeviceId device, DeviceMarkId mark) const
{
    QStringList paths;
    for (const Kind kind : kinds)
        paths += path(device, mark, kind);
    return paths;
}

void MarkFiles::makeFolder(DeviceId device) const
{
    const QString folder = m_folder + u'/' + device.toString();
    if (!QDir().mkpath(folder))
        throw std::runtime_error("the folder " + folder.toStdString() + " cannot be created");
}

void MarkFiles::write(DeviceId device, DeviceMarkId mark, Kind kind, const QByteArray &content) const
{
    DurableFile::write(path(device, mark, kind), content);
}

void MarkFiles::remove(DeviceId device, DeviceMarkId mark) const
{
    for (const QString &path : paths(device, mark))
        QFile::remove(path);
}

QList<MarkFiles::Kind> MarkFiles::kindsOf(const DeviceMark &mark)
{
    QList<Kind> found;
    if (!mark.snapshot.url.isEmpty())
        found += Kind::Snapshot;
    if (!mark.thumbnail.url.isEmpty())
        found += Kind::Thumbnail;
    if (!mark.clip.url.isEmpty())
        found += Kind::Clip;
    return found;
}

bool MarkFiles::isStored(const DeviceMark &mark) const { return m_stored && m_stored->has(mark.storageId); }

QString MarkFiles::key(DeviceId device, DeviceMarkId mark, Kind kind)
{
    return StoredKeys::ofMark(device, mark, nameOf(kind));
}

WantedObject MarkFiles::object(const DeviceMark &mark, Kind kind)
{
    const qint64 bytes = kind == Kind::Snapshot ? mark.snapshot.bytes
        : kind == Kind::Thumbnail               ? mark.thumbnail.bytes
                                                : mark.clip.bytes;
    return {key(mark.deviceId, mark.devicemarkId, kind), bytes};
}

QString MarkFiles::readable(const DeviceMark &mark, Kind kind) const
{
    return isStored(mark) ? m_stored->local(object(mark, kind)) : path(mark.deviceId, mark.devicemarkId, kind);
}

std::optional<QUrl> MarkFiles::addressOf(const DeviceMark &mark, Kind kind) const
{
    if (!isStored(mark))
        return std::nullopt;
    return m_stored->store().address(key(mark.deviceId, mark.devicemarkId, kind), mediaType(kind));
}

Reply MarkFiles::reply(const Request &request, const DeviceMark &mark, Kind kind) const
{
    if (!isStored(mark))
        return fileReply(request, path(mark.deviceId, mark.devicemarkId, kind), mediaType(kind));
    const WantedObject wanted = object(mark, kind);
    return storedReply(request, *m_stored, wanted.key, wanted.bytes, mediaType(kind));
}

MarkFiles::Listing MarkFiles::list(const QDateTime &before, const std::atomic_bool *stopping) const
{
    Listing listing;
    QSet<DeviceMarkId> seen;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && !(stopping && *stopping)) {
        const QFileInfo file(files.next());
        if (before.isValid() && file.lastModified() >= before)
            continue;
        const auto device = DeviceId::parse(file.dir().dirName());
        const auto mark = DeviceMarkId::parse(file.fileName().section(u'.', 0, 0));
        const QString kind = file.fileName().section(u'.', 1);
        const auto isNamed = [&kind](MarkFiles::Kind each) { return MarkFiles::nameOf(each) == kind; };
        if (!device || !mark || std::ranges::none_of(kinds, isNamed)) {
            listing.strays += file.filePath();
        } else if (!seen.contains(*mark)) {
            seen += *mark;
            listing.marks += {*device, *mark};
        }
    }
    return listing;
}
