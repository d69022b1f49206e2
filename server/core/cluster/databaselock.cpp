// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/databaselock.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
/// SQLite locks the bytes from 2^30 on, and its largest database ends before 2^49.
constexpr off_t lockedByte = off_t(1) << 60;

/// The descriptors of the databases that this process has locked once. SQLite's own locks end when any descriptor of
/// the file is closed, so these stay open: some connection of the process may still use the file.
class Descriptors
{
public:
    static Descriptors &all()
    {
        static Descriptors descriptors;
        return descriptors;
    }

    /// Locks the byte of the file. Returns its descriptor, or -1 if the system does not lock it.
    ///
    /// Throws: std::runtime_error if another server has it.
    int lock(const QString &path)
    {
        const std::scoped_lock guard(m_mutex);
        const int file = descriptorOf(path);
        if (file < 0)
            return -1;
        const bool isMine = m_locked.contains(file);
        if (isMine || !set(file, F_WRLCK)) {
            if (isMine || errno == EAGAIN || errno == EACCES)
                throw std::runtime_error(
                    u"the database %1 is in use by another server, under another name; give each server one of its own"_s
                        .arg(path)
                        .toStdString());
            qWarning("Nothing keeps another server from using %s under another name: %s", qUtf8Printable(path),
                     qUtf8Printable(qt_error_string(errno)));
            return -1;
        }
        m_locked.insert(file);
        return file;
    }
    void unlock(int file)
    {
        const std::scoped_lock guard(m_mutex);
        set(file, F_UNLCK);
        m_locked.remove(file);
    }

private:
    /// Returns -1 for a file that SQLite will refuse.
    int descriptorOf(const QString &path)
    {
        const QByteArray name = QFile::encodeName(path);
        struct stat state = {};
        if (::stat(name.constData(), &state) != 0 || !S_ISREG(state.st_mode))
            return -1;
        const auto known = m_files.find({state.st_dev, state.st_ino});
        if (known != m_files.end())
            return known->second;
        const int file = ::open(name.constData(), O_RDWR | O_CLOEXEC);
        if (file >= 0 && ::fstat(file, &state) == 0)
            m_files.emplace(std::pair{state.st_dev, state.st_ino}, file);
        return file;
    }
    /// A lock of the open file description: it does not end when another descriptor of the file is closed.
    static bool set(int file, short type)
    {
        struct flock lock = {};
        lock.l_type = type;
        lock.l_whence = SEEK_SET;
        lock.l_start = lockedByte;
        lock.l_len = 1;
        return ::fcntl(file, F_OFD_SETLK, &lock) == 0;
    }

    std::mutex m_mutex;
    std::map<std::pair<dev_t, ino_t>, int> m_files;
    QSet<int> m_locked;
};

/// Creates an empty file if there is none: a link may lead to a file that does not exist yet, and only a file that
/// exists has one path.
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

QString besides(const QString &file)
{
    requireDatabase(file);
    DatabaseLock::requireOneName(file);
    return QFileInfo(file).canonicalFilePath() + u"-lock"_s;
}
}

DatabaseLock::DatabaseLock(const QString &file)
    : m_beside(besides(file), u"the database "_s + file)
    , m_file(Descriptors::all().lock(file))
{
}

DatabaseLock::~DatabaseLock()
{
    if (m_file >= 0)
        Descriptors::all().unlock(m_file);
}

void DatabaseLock::requireOneName(const QString &file)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(file).constData(), &state) != 0 || !S_ISREG(state.st_mode) || state.st_nlink <= 1)
        return;
    throw std::runtime_error(
        u"the database %1 has %2 names, because somebody has made hard links to it. SQLite keeps the latest changes in "
        "a file beside the name by which the database was opened, and loses them if it is opened by another one. "
        "Remove the other names (find / -xdev -samefile %3), or start with a copy of the file"_s
            .arg(file, QString::number(state.st_nlink), QFileInfo(file).canonicalFilePath())
            .toStdString());
}
