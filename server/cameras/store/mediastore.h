// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/s3bucket.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QFile;
class RecordedFile;

/// A range of the bytes of an object.
struct ByteSpan
{
    qint64 offset = 0;
    qint64 bytes = 0;
};

/// What a reader wants of an object.
struct WantedObject
{
    QString key;
    qint64 bytes = -1; ///< the size that the object should have; negative: not known
    QList<ByteSpan> spans = {}; ///< the parts that are read; empty: all of it

    /// Returns the parts of a recording that the index lists.
    static WantedObject ofRecording(const RecordedFile &file);

    /// Throws: DamagedObject if an object of this size is not what is wanted.
    void requireIn(qint64 size) const;
};

/// Where finished media lie once they have left the folder of the server that made them. A key is the path of the file
/// relative to that folder, such as `archive/dev_…/dat_…`.
///
/// Throws: the functions that move data block, and throw StoreError.
///
/// Thread: any; one object serves all threads.
class MediaStore
{
public:
    MediaStore() = default;
    virtual ~MediaStore() = default;
    Q_DISABLE_COPY_MOVE(MediaStore)

    /// Prepares the store for the functions below, which fail if it is not the one that `known` is about: some of the
    /// keys that rows name by this ID, the oldest first. Call it at each start. Returns the ID by which rows name the
    /// store: that in the mark of a folder, whatever its path, or `id`. A folder gets a mark with `id`, unless rows
    /// name objects and it has none of these, so that a share that is not mounted is not taken for an empty store.
    virtual QString open(const QString &id, const std::function<QStringList()> &known) = 0;
    /// Stores a file. Returns once the store has confirmed that it has exactly this content. What was broken off goes
    /// on with the next call, if the store can do that.
    virtual void put(const QString &key, const QString &path) = 0;
    /// Copies an object into a local file.
    ///
    /// Throws: MissingObject if there is none.
    virtual void get(const QString &key, const QString &path) = 0;
    /// Writes a range of an object to an open file, from its present position on: less at the end of the object.
    /// Returns the size of the object.
    ///
    /// Throws: MissingObject if there is none; DamagedObject if it may end before the range.
    virtual qint64 get(const QString &key, const ByteSpan &span, QFile &file) = 0;
    /// Deletes what put() has left of an object that was broken off.
    virtual void abandon(const QString &key) = 0;
    /// Deletes an object. One that does not exist is no error.
    virtual void remove(const QString &key) = 0;
    /// Returns an address at which anybody may read the object for a minute, as this media type, if the operator allows
    /// it.
    virtual std::optional<QUrl> address(const QString &key, const QByteArray &mediaType) = 0;
    /// Breaks off what is running, and makes later calls fail.
    virtual void stop() { }

    /// Returns the store of an address: a folder, or `s3://bucket/prefix?endpoint=…&region=…&direct=yes&part=16`.
    /// `endpoint` is that of Amazon unless it is given, `direct` allows address(), and larger files than `part` MiB go
    /// up in parts of this size. The credentials are the environment variables
    /// WAYMARK_S3_ACCESS_KEY and WAYMARK_S3_SECRET_KEY, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
    /// AWS_SESSION_TOKEN.
    ///
    /// Throws: std::runtime_error with a text that says what is wrong.
    static std::unique_ptr<MediaStore> at(const QString &address);
    /// Returns an address that means the same store when the working folder of the process changes.
    static QString absolute(const QString &address);
    /// Returns the ID by which the database names the store of an address, unless the mark of a folder has another one.
    /// It depends on the bucket and the prefix, or on the path of the folder as it is written, alone.
    static QString idOf(const QString &address);
    /// Returns whether a storage is a media store, and not the folder of a server.
    static bool isId(const QString &storageId) { return storageId.startsWith(u"store:"); }
};
