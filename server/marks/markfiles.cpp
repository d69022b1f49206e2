// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/marks/markfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <array>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array kinds{MarkFiles::Kind::Snapshot, MarkFiles::Kind::Thumbnail, MarkFiles::Kind::Clip};

QString suffixOf(MarkFiles::Kind kind)
{
    switch (kind) {
    case MarkFiles::Kind::Snapshot:
        return u".snapshot.jpg"_s;
    case MarkFiles::Kind::Thumbnail:
        return u".thumbnail.jpg"_s;
    case MarkFiles::Kind::Clip:
        break;
    }
    return u".clip.mp4"_s;
}

[[noreturn]] void fail(const QString &what) { throw std::runtime_error(what.toStdString()); }

/// A name is on disk once its folder is.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}
}

QString MarkFiles::path(DeviceId device, DeviceMarkId mark, Kind kind) const
{
    return m_folder + u'/' + device.toString() + u'/' + mark.toString() + suffixOf(kind);
}

void MarkFiles::makeFolder(DeviceId device) const
{
    const QString folder = m_folder + u'/' + device.toString();
    if (!QDir().mkpath(folder))
        fail(u"the folder %1 cannot be made"_s.arg(folder));
}

void MarkFiles::write(DeviceId device, DeviceMarkId mark, Kind kind, const QByteArray &content) const
{
    makeFolder(device);
    const QString whole = path(device, mark, kind);
    QFile file(whole + u".tmp"_s);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size() || !file.flush()
        || ::fsync(file.handle()) != 0)
        fail(u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
    file.close();
    // Unlike QFile::rename() it takes the place of a file that is there.
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(whole).constData()) != 0)
        fail(u"%1 cannot take its place"_s.arg(whole));
    syncFolder(m_folder + u'/' + device.toString());
}

void MarkFiles::remove(DeviceId device, DeviceMarkId mark) const
{
    for (const Kind kind : kinds)
        QFile::remove(path(device, mark, kind));
}

MarkFiles::Listing MarkFiles::list() const
{
    Listing listing;
    QSet<DeviceMarkId> seen;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const auto device = DeviceId::parse(file.dir().dirName());
        const auto mark = DeviceMarkId::parse(file.fileName().section(u'.', 0, 0));
        if (!device || !mark || file.fileName().endsWith(u".tmp"_s)) {
            listing.strays += file.filePath();
        } else if (!seen.contains(*mark)) {
            seen += *mark;
            listing.marks += {*device, *mark};
        }
    }
    return listing;
}
