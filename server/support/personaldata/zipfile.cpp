// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/zipfile.h"

#include "server/core/base/durablefile.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace {
constexpr mode_t readable = 0644;
}

ZipFile::ZipFile(const QString &path)
    : m_archive(archive_write_new())
{
    archive_write_set_format_zip(m_archive);
    // Names of cameras may be in any script.
    archive_write_set_options(m_archive, "hdrcharset=UTF-8");
    if (archive_write_open_filename(m_archive, QFile::encodeName(path).constData()) != ARCHIVE_OK) {
        const std::string reason = archive_error_string(m_archive);
        archive_write_free(m_archive);
        throw StorageError(reason);
    }
}

ZipFile::~ZipFile() { archive_write_free(m_archive); }

void ZipFile::begin(const QString &name, Content content, const QDateTime &time)
{
    if (content == Content::Text)
        archive_write_zip_set_compression_deflate(m_archive);
    else
        archive_write_zip_set_compression_store(m_archive);
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), readable);
    archive_entry_set_mtime(entry.get(), time.toSecsSinceEpoch(), 0);
    require(archive_write_header(m_archive, entry.get()));
}

void ZipFile::write(QByteArrayView bytes)
{
    require(archive_write_data(m_archive, bytes.data(), size_t(bytes.size())));
    m_written += bytes.size();
}

void ZipFile::finish() { require(archive_write_close(m_archive)); }

void ZipFile::require(qint64 result) const
{
    if (result < ARCHIVE_WARN) {
        const char *reason = archive_error_string(m_archive);
        throw StorageError(reason ? reason : "the ZIP file cannot be written");
    }
}
