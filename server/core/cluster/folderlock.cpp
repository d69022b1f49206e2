// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/folderlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {
QByteArray process() { return QByteArray::number(QCoreApplication::applicationPid()) + '\n'; }
}

FolderLock::FolderLock(const QString &folder)
    : FolderLock(folder + u"/server.lock"_s, u"the data folder "_s + folder)
{
}

FolderLock::FolderLock(const QString &lockFile, const QString &what)
    : m_file(lockFile)
{
    const bool isMine = m_file.lock(LockFile::Kind::Exclusive);
    const QByteArray text = m_file.text();
    m_before = text.split('\n');
    if (!isMine) {
        const QString by = m_before.constFirst().isEmpty()
            ? QString()
            : u" (process %1)"_s.arg(QString::fromLatin1(m_before.constFirst()));
        throw std::runtime_error(
            u"%1 is in use by another server%2; give each server one of its own"_s.arg(what, by).toStdString());
    }
    if (text.startsWith("SQLite format"))
        throw std::runtime_error(
            u"%1 would be the lock of %2, but is a database; rename one of the two"_s.arg(lockFile, what)
                .toStdString());
    m_file.write(process());
}

std::unique_ptr<FolderLock> FolderLock::ofMedia(const QString &folder, const QString &name, const QString &what)
{
    try {
        QDir().mkpath(folder);
        return std::make_unique<FolderLock>(folder + u'/' + name, what);
    } catch (const CannotLock &error) {
        qWarning("Nothing keeps another server from writing to %s: %s", qUtf8Printable(folder), error.what());
        return nullptr;
    }
}

/// Returns a name of this file as long as the machine runs. A copy of the file has another one.
QByteArray FolderLock::place() const
{
    QFile boot(u"/proc/sys/kernel/random/boot_id"_s);
    struct stat state = {};
    if (!boot.open(QFile::ReadOnly) || ::fstat(m_file.handle(), &state) != 0)
        return {};
    return boot.readAll().trimmed() + ' ' + QByteArray::number(quint64(state.st_dev)) + ':'
        + QByteArray::number(quint64(state.st_ino));
}

QString FolderLock::pass(const QString &serverId)
{
    const QByteArray here = place();
    m_file.write(process() + serverId.toLatin1() + '\n' + here + '\n');
    return !here.isEmpty() && m_before.value(2) == here ? QString::fromLatin1(m_before.value(1)) : QString();
}
