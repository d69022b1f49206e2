// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/s3bucket.h"

#include <QHash>
#include <QList>

#include <optional>

/// Stores a large file as an object in parts. The store itself knows which parts it has, so that nothing need be kept
/// here: an upload that was broken off is found by its key, and its parts are held against the file by their digests.
class S3Upload
{
public:
    /// `bucket` is the address of the bucket, with a slash at its end.
    S3Upload(const S3Bucket::Settings &settings, const QUrl &bucket, const QString &key,
             const std::atomic_bool &stopping)
        : m_settings(settings)
        , m_bucket(bucket)
        , m_key(key)
        , m_stopping(stopping)
    {
    }

    /// Stores the file. Returns once the store has confirmed each part and the whole.
    void put(QFile &file);
    /// Deletes the parts of all uploads with this key. Does nothing if the store does not list uploads.
    void abort();

private:
    struct Part
    {
        QByteArray tag; ///< as the store states it, with quotation marks
        qint64 bytes = 0;
    };
    QUrl address(const QString &key, const QByteArray &query) const;
    QByteArrayList begun() const;
    QByteArray begin() const;
    QHash<int, Part> partsOf(const QByteArray &upload) const;
    void abort(const QByteArray &upload) const;
    void putParts(QFile &file, const QByteArray &upload, const QHash<int, Part> &known) const;
    QByteArray complete(const QByteArray &upload, const QByteArrayList &tags) const;

    const S3Bucket::Settings &m_settings;
    const QUrl m_bucket;
    const QString m_key;
    const std::atomic_bool &m_stopping;
};
