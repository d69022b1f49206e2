// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/uploadedfile.h"

#include "server/core/base/durablefile.h"

#include <QDir>
#include <QFileInfo>

#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

UploadedFile::UploadedFile(const QString &path)
    : m_file(path)
{
    const QString folder = QFileInfo(path).path();
    const bool isNew = !m_file.exists();
    if (!QDir().mkpath(folder) || !m_file.open(QFile::ReadWrite | QFile::Unbuffered))
        throw StorageError(u"cannot open %1: %2"_s.arg(path, m_file.errorString()).toStdString());
    m_isLocked = ::flock(m_file.handle(), LOCK_EX | LOCK_NB) == 0;
    if (isNew)
        DurableFile::syncFolder(folder);
}

void UploadedFile::write(const QByteArray &part, qint64 offset)
{
    if (!m_file.resize(offset) || !m_file.seek(offset) || m_file.write(part) != part.size()
        || ::fdatasync(m_file.handle()) != 0) {
        const int error = errno;
        throw StorageError(u"cannot write %1: %2"_s.arg(m_file.fileName(), qt_error_string(error)).toStdString(),
                           error);
    }
}
