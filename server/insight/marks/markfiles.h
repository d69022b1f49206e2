// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <optional>

class DeviceMark;
struct Reply;
struct Request;
class QUrl;
class StoredMedia;
struct WantedObject;

/// The pictures and clips of marks: `<folder>/<device_id>/<mark_id>.snapshot.jpg`, `.thumbnail.jpg`, and `.clip.mp4`. A
/// file with its final name is complete. Once a mark is closed, its files may move to a media store.
class MarkFiles
{
public:
    /// `storageId` is the ID of the folder in the database (FolderId). `stored` are the files in the media store; it
    /// may be null.
    explicit MarkFiles(QString folder, QString storageId = {}, StoredMedia *stored = nullptr)
        : m_folder(std::move(folder))
        , m_storageId(std::move(storageId))
        , m_stored(stored)
    {
    }

    QString storageId() const { return m_storageId; }
    QString folder() const { return m_folder; }

    enum class Kind { Snapshot, Thumbnail, Clip };

    QString path(DeviceId device, DeviceMarkId mark, Kind kind) const;
    QStringList paths(DeviceId device, DeviceMarkId mark) const; ///< of all kinds; the files need not exist
    /// Writes a file. After a crash, the file is either complete or does not exist.
    ///
    /// Throws: std::runtime_error.
    void write(DeviceId device, DeviceMarkId mark, Kind kind, const QByteArray &content) const;
    /// Creates the folder of a device's files.
    ///
    /// Throws: std::runtime_error.
    void makeFolder(DeviceId device) const;
    void remove(DeviceId device, DeviceMarkId mark) const;
    /// Returns the kinds of the files that a mark has.
    static QList<Kind> kindsOf(const DeviceMark &mark);

    /// Returns whether the files of the mark have moved to the media store.
    bool isStored(const DeviceMark &mark) const;
    /// Returns whether there is a media store: reading from it takes a while.
    bool hasStore() const { return m_stored != nullptr; }
    /// Returns the key of a file in a media store.
    static QString key(DeviceId device, DeviceMarkId mark, Kind kind);
    /// Returns what a reader of a whole file in a media store wants.
    static WantedObject object(const DeviceMark &mark, Kind kind);
    /// Returns the path of a file of this server, or of a local copy of one in the media store. Blocks while the copy
    /// is fetched, for which the mark must have the size of the file. The file need not exist.
    ///
    /// Throws: 404 if the store does not have the file; 503 `media_store_unreachable`.
    QString readable(const DeviceMark &mark, Kind kind) const;
    /// Returns a file as an answer: of this server, or of the media store, of which no more is fetched than the request
    /// asks for. Blocks.
    ///
    /// Throws: as fileReply() and storedReply().
    Reply reply(const Request &request, const DeviceMark &mark, Kind kind) const;
    /// Returns an address of the file at the media store, for a minute, if clients may read there.
    std::optional<QUrl> addressOf(const DeviceMark &mark, Kind kind) const;
    /// Returns the path of the internal route by which another server fetches the file.
    static QByteArray target(DeviceId device, DeviceMarkId mark, Kind kind);
    static QByteArray mediaType(Kind kind) { return kind == Kind::Clip ? "video/mp4" : "image/jpeg"; }
    /// Returns the last part of a file's URL, such as `snapshot.jpg`.
    static QString nameOf(Kind kind);
    /// The marks that have files, and the paths of other files, such as incomplete files after a power failure.
    struct Listing
    {
        QList<std::pair<DeviceId, DeviceMarkId>> marks;
        QStringList strays;
    };
    /// Lists the files. If `before` is valid, files that were changed at that time or later are left out. Returns an
    /// incomplete list once `stopping` is true.
    Listing list(const QDateTime &before = {}, const std::atomic_bool *stopping = nullptr) const;

private:
    QString m_folder;
    QString m_storageId;
    StoredMedia *m_stored;
};
