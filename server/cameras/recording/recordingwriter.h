// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

/// A file that grows by whole fragments. The disk is told to write them in large pieces, so that it can place each
/// piece in one place, and so that no amount of unwritten data collects. After a power cut, the fragments of the last
/// seconds may be missing.
///
/// Thread: one at a time.
class RecordingWriter
{
public:
    RecordingWriter() = default;
    /// Calls close().
    ~RecordingWriter() { close(); }
    Q_DISABLE_COPY_MOVE(RecordingWriter)

    /// Creates the file with its initialization section. Returns false if the disk refuses it; no file is left then.
    bool open(const QString &path, const QByteArray &init);
    bool isOpen() const { return m_descriptor >= 0; }
    /// Appends a header and the bytes after it. If the disk refuses them, removes the part that was written, and
    /// returns false.
    bool append(const QByteArray &header, const QByteArray &bytes);
    /// Replaces bytes that were appended before. Returns false if the disk refuses them.
    bool rewrite(qint64 offset, const QByteArray &bytes);
    /// Removes what was appended after the first `size` bytes.
    void cutBack(qint64 size);
    void close();

    qint64 size() const { return m_size; } ///< in bytes
    /// Returns the error number of the system for the last refusal since the last call, or 0.
    int takeError() { return std::exchange(m_error, 0); }

    /// Cuts a file back to `size` bytes.
    static void cut(const QString &path, qint64 size);

private:
    int m_descriptor = -1;
    int m_error = 0;
    qint64 m_size = 0;
    qint64 m_handedOn = 0; ///< bytes that the disk has been told to write
};
