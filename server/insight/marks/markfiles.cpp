// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markfiles.h"

#include "server/core/base/durablefile.h"

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
        return u"snapshot.jpg"_s;
    case Kind::Thumbnail:
        return u"thumbnail.jpg"_s;
    case Kind::Clip:
        break;
    }
    return u"clip.mp4"_s;
}

QByteArray MarkFiles::target(DeviceId device, DeviceMarkId mark, Kind kind)
{
    return u"/internal/device-marks/%1/%2/%3"_s.arg(device.toString(), mark.toString(), nameOf(kind)).toLatin1();
}

QString MarkFiles::path(DeviceId device, DeviceMarkId mark, Kind kind) const
{
    return m_folder + u'/' + device.toString() + u'/' + mark.toString() + u'.' + nameOf(kind);
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
    for (const Kind kind : kinds)
        QFile::remove(path(device, mark, kind));
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
