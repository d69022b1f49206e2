// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/folderlock.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <sys/file.h>

using namespace Qt::StringLiterals;

FolderLock::FolderLock(const QString &folder)
    : FolderLock(folder + u"/server.lock"_s, u"the data folder "_s + folder)
{
}

std::unique_ptr<FolderLock> FolderLock::ofDatabase(const QString &file)
{
    const QFileInfo known(file); // a link stands for the file that it names
    const QString path = known.exists() ? known.canonicalFilePath() : known.absoluteFilePath();
    return std::unique_ptr<FolderLock>(new FolderLock(path + u".lock"_s, u"the database "_s + file));
}

FolderLock::FolderLock(const QString &lockFile, const QString &what)
    : m_file(lockFile)
{
    if (!m_file.open(QFile::ReadWrite | QFile::Unbuffered))
        throw std::runtime_error(
            u"%1 cannot be opened: %2"_s.arg(m_file.fileName(), m_file.errorString()).toStdString());
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            throw std::runtime_error(m_file.fileName().toStdString() + " cannot be locked: " + std::strerror(errno));
        const QByteArray process = m_file.readAll().trimmed();
        throw std::runtime_error(u"%1 is in use by another server (process %2); give each server one of its own"_s
                                     .arg(what, QString::fromLatin1(process))
                                     .toStdString());
    }
    m_file.resize(0);
    m_file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
}
