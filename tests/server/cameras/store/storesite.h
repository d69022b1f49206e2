// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicedata.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/mediamover.h"
#include "server/cameras/recorder/recordingeraser.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storedmedia.h"
#include "tests/server/core/db/databasefixture.h"

namespace StoreSite {

inline const QString storeId = QStringLiteral("store:0");
/// Of a recording, with its device and its ID.
inline const QString recordingPath = QStringLiteral("media/%1/recordings/0-%2.mp4");

void writeFile(const QString &path, const QByteArray &content);
QByteArray readFile(const QString &path);

/// A store in a folder. A test says what another server does at some moment.
class WatchedStore : public MediaStore
{
public:
    explicit WatchedStore(const QString &folder)
        : m_store(MediaStore::at(folder))
    {
        m_store->open(storeId, [] { return QStringList(); });
    }
    QString open(const QString &id, const std::function<QStringList()> &known) override
    {
        return m_store->open(id, known);
    }
    void put(const QString &key, const QString &path) override
    {
        m_store->put(key, path);
        if (key != StoreOwner::key)
            run(afterPut);
    }
    void get(const QString &key, const QString &path) override { m_store->get(key, path); }
    qint64 get(const QString &key, const ByteSpan &span, QFile &file) override
    {
        if (refusals > 0 && refusals-- > 0)
            throw ForbiddenObject("refused");
        const qint64 size = m_store->get(key, span, file);
        if (key != StoreOwner::key)
            run(afterGet);
        return size;
    }
    void abandon(const QString &key) override { m_store->abandon(key); }
    void remove(const QString &key) override
    {
        run(beforeRemove);
        m_store->remove(key);
    }
    std::optional<QUrl> address(const QString &, const QByteArray &) override { return std::nullopt; }

    int refusals = 0; ///< of reads of ranges, as by a store whose keys may not read
    std::function<void()> afterGet; ///< of a range; called once
    std::function<void()> afterPut; ///< called once
    std::function<void()> beforeRemove; ///< called once

private:
    static void run(std::function<void()> &function)
    {
        if (const auto once = std::exchange(function, {}))
            once();
    }
    const std::unique_ptr<MediaStore> m_store;
};

/// A server with a folder of its own.
struct Server
{
    Server(const QString &address, const QString &objects)
        : database(address)
        , store(new WatchedStore(objects))
        , stored(std::unique_ptr<MediaStore>(store), storeId, folder.filePath(QStringLiteral("cache")), 1 << 20)
        , storage{folder.path(), folder.path(), folder.filePath(QStringLiteral("media")), storeId}
        , hub({.directory = storage.recordings})
        , eraser(database, storage, hub, &stored)
        , move(database, stored, QStringLiteral("test"))
        , mover(database, stored, ArchiveFiles(folder.filePath(QStringLiteral("archive")), folder.path()), storage, hub)
    {
        storage.mark(database);
    }
    void eraseStored() { eraser.eraseStored(stopping); }
    void deleteUnnamed() { mover.deleteUnnamed(stopping); }

    QTemporaryDir folder;
    Database database;
    WatchedStore *const store;
    StoredMedia stored;
    const RecordingStorage storage;
    const MediaHub hub;
    RecordingEraser eraser;
    StoreMove move;
    MediaMover mover;
    std::atomic_bool stopping = false;
};

/// Two servers with one database and one store.
struct Site
{
    explicit Site(const QString &engine);
    RecordedFile record(const QString &path, const QByteArray &fragments);
    /// Inserts the row of a recording in the folder of the first server, and its file.
    RecordedFile recordHere();
    /// Removes the first fragment of a recording from the index, as RecordingSpans does.
    void deleteFirst(RecordingId recording);
    /// Inserts the row of a photo in the folder of the first server, and its file.
    DeviceData addPhoto();
    /// Names the store in the row of a photo, as MediaMover does.
    static bool name(Server &server, const DeviceData &photo)
    {
        return server.database.exec("UPDATE device_data SET storage_id = ? WHERE data_id = ? AND storage_id <> ?",
                                    storeId, photo.dataId, storeId)
            > 0;
    }
    static StoreMove::File fileOf(const Server &server, const DeviceData &photo)
    {
        const QString key = StoredKeys::ofData(photo.deviceId, photo.dataId);
        return {key, server.folder.filePath(key)};
    }
    void note(const QString &key, qint64 dueAt = 0)
    {
        fixture.database.exec("INSERT INTO store_deletion (storage_id, key, due_at, attempts) VALUES (?, ?, ?, 0)",
                              storeId, key, dueAt);
    }
    QStringList objectKeys() const;
    QByteArray object(const QString &key) const { return readFile(objects.filePath(key)); }
    qint64 rows(const QByteArray &table)
    {
        return fixture.database.value("SELECT count(*) FROM " + table).toLongLong();
    }

    DatabaseFixture fixture;
    QTemporaryDir objects;
    Device device;
    std::unique_ptr<Server> first;
    std::unique_ptr<Server> second;
};
}
