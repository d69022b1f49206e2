// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

struct archive;

/// Writes a ZIP file entry by entry. Nothing of an entry stays in memory, and entries and the file may be larger than
/// 4 GiB (ZIP64).
class ZipFile
{
public:
    /// Throws: StorageError, like all functions.
    explicit ZipFile(const QString &path);
    /// Closes the file. It is complete only after finish().
    ~ZipFile();
    Q_DISABLE_COPY_MOVE(ZipFile)

    enum class Content {
        Text, ///< is compressed
        Media, ///< is compressed already
    };
    /// Begins an entry, whose content write() appends.
    void begin(const QString &name, Content content, const QDateTime &time);
    void write(QByteArrayView bytes);
    /// Returns the number of bytes that have been passed to write().
    qint64 written() const { return m_written; }
    void finish();

private:
    void require(qint64 result) const;

    archive *m_archive;
    qint64 m_written = 0;
};
