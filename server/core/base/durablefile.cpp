// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <cstdio>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void fail(const QString &what, int error) { throw StorageError(what.toStdString(), error); }
}

/// A new file name is durable only after its folder has been synced.
void DurableFile::syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

void DurableFile::write(const QString &path, const QByteArray &content)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        fail(u"cannot create the folder %1"_s.arg(folder), errno);
    QFile file(path + u".tmp"_s);
    auto dropUnfinished = qScopeGuard([&file] { file.remove(); }); // a full disk is not to fill further
    errno = 0;
    if (!file.open(QFile::WriteOnly | QFile::Unbuffered) || file.write(content) != content.size()
        || ::fsync(file.handle()) != 0) {
        const int error = errno;
        fail(u"cannot write %1: %2"_s.arg(file.fileName(), qt_error_string(error)), error);
    }
    file.close();
    // Unlike QFile::rename(), std::rename() replaces an existing file.
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        fail(u"cannot replace %1"_s.arg(path), errno);
    dropUnfinished.dismiss();
    syncFolder(folder);
}
