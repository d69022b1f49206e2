// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cerrno>
#include <stdexcept>
#include <string>

/// A file cannot be written, mostly because the disk is full. The text is for the log.
class StorageError : public std::runtime_error
{
public:
    /// `error` is the error number of the system, if it is known.
    explicit StorageError(const std::string &what, int error = 0)
        : std::runtime_error(what)
        , m_error(error)
    {
    }
    /// Returns true if there is no room: neither space, nor an inode, nor a rest of the quota.
    bool isFull() const { return meansFull(m_error); }
    static bool meansFull(int error) { return error == ENOSPC || error == EDQUOT; }

private:
    int m_error;
};

namespace DurableFile {

/// Writes a file atomically: after a crash or a power cut it is there with its whole content, or not at all. Creates
/// the folder if it is missing. The content goes to `path` + `.tmp` first.
/// Throws: StorageError; no part of the file is left then.
void write(const QString &path, const QByteArray &content);
/// Makes the names of new files in a folder durable.
void syncFolder(const QString &folder);
}
