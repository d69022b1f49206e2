// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

/// A file that an upload fills, part by part. It is locked for all processes while the object exists.
class UploadedFile
{
public:
    /// Creates the file if it is missing.
    ///
    /// Throws: StorageError.
    explicit UploadedFile(const QString &path);

    /// Returns false if another object has the lock.
    bool isLocked() const { return m_isLocked; }
    qint64 size() const { return m_file.size(); } ///< in bytes
    /// Writes a part, which a crash or a power cut does not undo. Cuts off what an interrupted call has written beyond.
    ///
    /// Throws: StorageError.
    void write(const QByteArray &part, qint64 offset);

private:
    QFile m_file;
    bool m_isLocked = false;
};
