// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stdexcept>

/// The system does not lock a file, whether or not another process has it.
class CannotLock : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A file whose lock reserves something for this process. The kernel releases the lock when the process ends, however
/// it ends, so a lock is never stale. The text of the file tells others about the process that has it.
class LockFile
{
public:
    enum class Kind {
        Exclusive, ///< no other process has the file locked
        Shared ///< no other process has it locked exclusively
    };

    /// Opens the file for reading, and creates it if there is none: a file that is open for writing would keep people
    /// from making its disk read-only. A file that others have made can be locked without the right to write to it.
    ///
    /// Throws: CannotLock if a file cannot be created, as on a full disk; std::runtime_error, with a text for people,
    /// if this process may not read a file that exists.
    explicit LockFile(QString path);
    ~LockFile();
    Q_DISABLE_COPY_MOVE(LockFile)

    QString path() const { return m_path; }
    /// Locks the file, or changes the kind of the lock. Returns false if another process has it locked; it is not
    /// locked then.
    ///
    /// Throws: CannotLock.
    bool lock(Kind kind);
    void unlock();
    /// Returns the text of the file, or its beginning.
    QByteArray text() const;
    /// Replaces the text. Returns false if it cannot be written.
    bool write(const QByteArray &text) const;
    /// Returns the descriptor of the open file.
    int handle() const { return m_handle; }

private:
    const QString m_path;
    int m_handle = -1;
    bool m_isWritable = false;
};
