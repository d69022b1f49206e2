// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <stdexcept>

class QFile;

/// A store did not do what it was asked for. The text is for the log and contains no secret.
class StoreError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The store has no such object.
class MissingObject : public StoreError
{
public:
    using StoreError::StoreError;
};

/// The store does not let these keys read an object. Keys that may not list the objects of a bucket get this answer
/// from Amazon for a missing object as well.
class ForbiddenObject : public StoreError
{
public:
    using StoreError::StoreError;
};

/// The store has an object, but not with the bytes that it should have.
class DamagedObject : public StoreError
{
public:
    using StoreError::StoreError;
};

/// A bucket of a store that speaks the protocol of Amazon S3. Requests are signed by AWS Signature Version 4, and
/// addressed by path (`https://endpoint/bucket/key`), which all such stores understand.
///
/// The operator has named the store, so that its address is not checked. All functions that send a request block, and
/// throw StoreError, also once stop() was called.
///
/// Thread: any; one object serves all threads.
class S3Bucket
{
public:
    struct Settings
    {
        QUrl endpoint; ///< scheme, host and port
        QString bucket;
        QByteArray region;
        QByteArray accessKey;
        QByteArray secretKey;
        QByteArray sessionToken = {}; ///< of temporary credentials; empty: none
        qint64 partBytes = 16 << 20; ///< larger files go up in parts of this size
    };

    explicit S3Bucket(Settings settings);
    Q_DISABLE_COPY_MOVE(S3Bucket)

    /// Stores a file. Returns once the store has confirmed that it has exactly this content. A large file goes up in
    /// parts. If that is broken off, the next call goes on with the parts that the store has, also after a restart.
    void put(const QString &key, const QString &path) const;
    /// Writes an object to a file, which is replaced.
    ///
    /// Throws: MissingObject if there is none.
    void get(const QString &key, const QString &path) const;
    /// Writes bytes of an object to an open file, from its present position on: fewer at the end of the object. Returns
    /// the size of the object.
    ///
    /// Throws: MissingObject; ForbiddenObject; DamagedObject if `offset` is not inside of the object; StoreError.
    qint64 get(const QString &key, qint64 offset, qint64 bytes, QFile &file) const;
    /// Deletes an object. One that does not exist is no error.
    void remove(const QString &key) const;
    /// Deletes the parts of objects with this key that put() has not completed.
    void abandon(const QString &key) const;
    /// Returns an address at which anybody may read the object until `lifetime` after `now`, as this media type.
    QUrl signedAddress(const QString &key, const QByteArray &mediaType, const QDateTime &now,
                       std::chrono::seconds lifetime) const;

    /// Returns an address with this path, encoded as stores sign it: everything but letters, digits, and `-._~/` (AWS
    /// Signature Version 4, "Create a canonical request"). QUrl would leave more as it is.
    static QUrl withPath(QUrl address, const QString &path);

    /// Breaks off all requests, and makes later ones fail.
    void stop() { m_stopping = true; }

private:
    QUrl addressOf(const QString &key) const;

    const Settings m_settings;
    std::atomic_bool m_stopping = false;
};
