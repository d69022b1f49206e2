// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/folderlock.h"

#include "models/core/id.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <cerrno>
#include <stdexcept>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
QString read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

/// Gives the file its name only when it is whole, and only if no other server was faster.
void make(const QString &folder, const QString &path, const QString &id)
{
    QTemporaryFile file(folder + u"/storage.XXXXXX"_s);
    if (!file.open() || file.write(id.toLatin1() + '\n') < 0 || !file.flush() || ::fsync(file.handle()) != 0)
        throw std::runtime_error("cannot write into " + folder.toStdString());
    if (::link(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0
        && errno != EEXIST)
        throw std::runtime_error("cannot write into " + folder.toStdString());
}
}

QString FolderId::kept(const QString &folder, const QString &name, const QString &id)
{
    const QString path = folder + u'/' + name;
    if (!QFile::exists(path))
        make(folder, path, id);
    const QString has = read(path);
    if (has.isEmpty())
        throw std::runtime_error("cannot read " + path.toStdString());
    return has;
}

QString FolderId::of(const QString &folder)
{
    const QString path = folder + u"/storage.id"_s;
    QDir().mkpath(folder);
    if (!QFile::exists(path))
        QFile::rename(folder + u"/server.id"_s, path); // its name until version 0.1
    return kept(folder, u"storage.id"_s, IdBits::generate().toString());
}
