// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/folderlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
/// The system does not lock the file, whether or not another server has it.
class CannotLock : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

constexpr qint64 mostBytes = 4096; // of a lock's file

/// Creates an empty file, which is an empty database, if there is none: a link may lead to a file that does not exist
/// yet, and only a file that exists has one path. SQLite's locks end when any descriptor of the file is closed, so a
/// file that exists is not opened.
void requireDatabase(const QString &file)
{
    if (QFileInfo::exists(file))
        return;
    constexpr mode_t asSqlite = 0644;
    const int created = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, asSqlite);
    if (created < 0)
        throw std::runtime_error(
            u"the database %1 cannot be created: %2"_s.arg(file, qt_error_string(errno)).toStdString());
    ::close(created);
}
}

FolderLock::FolderLock(const QString &folder)
    : FolderLock(folder + u"/server.lock"_s, u"the data folder "_s + folder)
{
}

std::unique_ptr<FolderLock> FolderLock::ofDatabase(const QString &file)
{
    requireDatabase(file);
    requireOneName(file);
    return std::unique_ptr<FolderLock>(
        new FolderLock(QFileInfo(file).canonicalFilePath() + u"-lock"_s, u"the database "_s + file));
}

std::unique_ptr<FolderLock> FolderLock::ofMedia(const QString &folder, const QString &name, const QString &what)
{
    try {
        QDir().mkpath(folder);
        std::unique_ptr<FolderLock> lock(new FolderLock(folder + u'/' + name, what));
        // A file that is open for writing would keep people from making the disk read-only. Another server may be
        // faster now, and this one is refused then.
        if (!lock->take(QFile::ReadOnly, what))
            lock->take(QFile::ReadWrite, what);
        return lock;
    } catch (const CannotLock &error) {
        qWarning("Nothing keeps another server from writing to %s: %s", qUtf8Printable(folder), error.what());
        return nullptr;
    }
}

void FolderLock::requireOneName(const QString &database)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(database).constData(), &state) != 0 || !S_ISREG(state.st_mode) || state.st_nlink <= 1)
        return;
    throw std::runtime_error(
        u"the database %1 has %2 names, because somebody has made hard links to it. SQLite keeps the latest changes in "
        "a file beside the name by which the database was opened, and loses them if it is opened by another one. "
        "Remove the other names (find / -xdev -samefile %3), or start with a copy of the file"_s
            .arg(database, QString::number(state.st_nlink), QFileInfo(database).canonicalFilePath())
            .toStdString());
}

FolderLock::FolderLock(const QString &lockFile, const QString &what)
    : m_file(lockFile)
{
    take(QFile::ReadWrite, what);
    const QByteArray content = m_file.read(mostBytes);
    if (content.startsWith("SQLite format"))
        throw std::runtime_error(
            u"%1 would be the lock of %2, but is a database; rename one of the two"_s.arg(m_file.fileName(), what)
                .toStdString());
    m_before = content.split('\n');
    m_file.resize(0);
    m_file.seek(0);
    m_file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
}

/// Opens the file in another way, if it is open, and locks it. Returns false if that takes a file that is open for
/// writing, as on NFS.
bool FolderLock::take(QFile::OpenMode mode, const QString &what)
{
    m_file.close();
    if (!m_file.open(mode | QFile::Unbuffered))
        throw CannotLock(u"%1 cannot be opened: %2"_s.arg(m_file.fileName(), m_file.errorString()).toStdString());
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno == EBADF && mode == QFile::ReadOnly)
        return false;
    if (errno != EWOULDBLOCK)
        throw CannotLock(m_file.fileName().toStdString() + " cannot be locked: " + std::strerror(errno));
    const QByteArray process = m_file.readLine().trimmed();
    throw std::runtime_error(u"%1 is in use by another server (process %2); give each server one of its own"_s
                                 .arg(what, QString::fromLatin1(process))
                                 .toStdString());
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
    m_file.write(serverId.toLatin1() + '\n' + here + '\n');
    return !here.isEmpty() && m_before.value(2) == here ? QString::fromLatin1(m_before.value(1)) : QString();
}
