// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/lockfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostBytes = 4096;
constexpr mode_t readableByAll = 0644;
/// Another file may have the name of the lock: opening a pipe must not block.
constexpr int always = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

std::string cannot(const char *what, const QString &path, int error)
{
    return u"%1 cannot be %2: %3"_s.arg(path, QLatin1StringView(what), qt_error_string(error)).toStdString();
}

bool lockNow(int file, int how)
{
    int result = -1;
    do {
        result = ::flock(file, how | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}
}

LockFile::LockFile(QString path)
    : m_path(std::move(path))
    , m_handle(::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CREAT | always, readableByAll))
{
    if (m_handle >= 0)
        return;
    const int error = errno;
    if ((error == EACCES || error == EPERM) && QFileInfo::exists(m_path))
        throw std::runtime_error(cannot("opened", m_path, error)
                                 + ". Servers lock this file: let the user of this server read it");
    throw CannotLock(cannot("opened", m_path, error));
}

LockFile::~LockFile() { ::close(m_handle); }

bool LockFile::lock(Kind kind)
{
    const int how = kind == Kind::Exclusive ? LOCK_EX : LOCK_SH;
    if (lockNow(m_handle, how))
        return true;
    if (errno == EBADF && !m_isWritable) { // an exclusive lock on NFS takes a file that is open for writing
        const int writable = ::open(QFile::encodeName(m_path).constData(), O_RDWR | always);
        if (writable < 0)
            throw CannotLock(cannot("opened for writing", m_path, errno));
        ::close(m_handle);
        m_handle = writable;
        m_isWritable = true;
        if (lockNow(m_handle, how))
            return true;
    }
    if (errno == EWOULDBLOCK)
        return false;
    throw CannotLock(cannot("locked", m_path, errno));
}

void LockFile::unlock() { ::flock(m_handle, LOCK_UN); }

QByteArray LockFile::text() const
{
    QByteArray text(mostBytes, '\0');
    const auto size = ::pread(m_handle, text.data(), size_t(text.size()), 0);
    return text.left(std::max<qsizetype>(0, size));
}

bool LockFile::write(const QByteArray &text) const
{
    const int file = m_isWritable ? m_handle : ::open(QFile::encodeName(m_path).constData(), O_WRONLY | always);
    if (file < 0)
        return false;
    // A full disk keeps the old text, rather than none.
    const bool isWritten =
        ::pwrite(file, text.constData(), size_t(text.size()), 0) == text.size() && ::ftruncate(file, text.size()) == 0;
    if (file != m_handle)
        ::close(file);
    return isWritten;
}
