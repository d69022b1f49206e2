// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/folderlock.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <sys/file.h>

using namespace Qt::StringLiterals;

FolderLock::FolderLock(const QString &folder)
    : m_file(folder + u"/server.lock"_s)
{
    if (!m_file.open(QFile::ReadWrite | QFile::Unbuffered))
        throw std::runtime_error(
            u"%1 cannot be opened: %2"_s.arg(m_file.fileName(), m_file.errorString()).toStdString());
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            throw std::runtime_error(m_file.fileName().toStdString() + " cannot be locked: " + std::strerror(errno));
        const QByteArray process = m_file.readAll().trimmed();
        throw std::runtime_error("the data folder " + folder.toStdString() + " is in use by another server (process "
                                 + process.toStdString() + "); give each server a data folder of its own");
    }
    m_file.resize(0);
    m_file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
}
