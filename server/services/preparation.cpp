// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/preparation.h"

#include "models/core/resource.h"
#include "server/cameras/store/storemark.h"
#include "server/cameras/store/storesearch.h"
#include "server/core/base/durablefile.h"
#include "server/core/cluster/databaselock.h"
#include "server/core/db/databaseaddress.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Creates a folder that only the user of this process may read, because it has pictures, codes, and keys.
void makePrivate(const QString &folder)
{
    if (!QDir().mkpath(folder))
        throw std::runtime_error("the folder " + folder.toStdString() + " cannot be created");
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// Makes the folders of a configuration absolute. The index of recordings names files relative to a folder, which is
/// found only between absolute paths, and a process that changes its working directory must not lose its files.
void makeAbsolute(Config &config)
{
    for (QString *folder : {&config.dataDir, &config.mediaDir, &config.cameras.media, &config.cameras.archive,
                            &config.cameras.mediaCache, &config.insight.marks, &config.mail.outbox}) {
        if (!folder->isEmpty())
            *folder = QDir(*folder).absolutePath();
    }
    config.cameras.mediaStore = MediaStore::absolute(config.cameras.mediaStore);
}

/// Sets the folder of the rings, if there is a media folder: each server has its own folder for rings in it.
void placeRings(Config &config)
{
    if (config.mediaDir.isEmpty())
        return;
    if (!QDir(config.mediaDir).exists())
        makePrivate(config.mediaDir);
    config.cameras.sharedMedia = config.mediaDir + u"/rings"_s;
    config.cameras.media = config.cameras.sharedMedia + u'/' + FolderId::of(config.dataDir);
}

/// The ID that the media store had at the last start at which it was there, and its address then.
class StoreNote
{
public:
    explicit StoreNote(const Config &config)
        : m_path(config.dataDir + u"/store.id"_s)
    {
        if (QFile file(m_path); file.open(QFile::ReadOnly))
            m_text = QString::fromUtf8(file.readAll());
    }
    /// Returns an empty text if there is no note.
    QString id() const { return m_text.section(u'\n', 0, 0); }
    QString address() const { return m_text.section(u'\n', 1); }
    void write(const QString &id, const QString &address) const
    {
        const QString text = id + u'\n' + address;
        if (text == m_text)
            return;
        try {
            DurableFile::write(m_path, text.toUtf8());
        } catch (const StorageError &error) {
            qWarning("The ID of the media store is not noted: %s", error.what());
        }
    }

private:
    const QString m_path;
    QString m_text;
};

/// Creates the field tables of a type and of the types nested in it.
void prepareTable(const QMetaObject *type, QSet<const QMetaObject *> &seen)
{
    if (!type || seen.contains(type))
        return;
    seen.insert(type);
    for (const Resource::Field &field : Resource::fieldsOf(*type).all) {
        for (const QMetaObject *nested : Resource::nestedTypes(field))
            prepareTable(nested, seen);
    }
}
}

std::unique_ptr<DatabaseLock> lockOfDatabase(const Config &config)
{
    const DatabaseAddress address(config.databaseAddress());
    return address.isPostgres() ? nullptr : std::make_unique<DatabaseLock>(address.file());
}

std::vector<std::unique_ptr<FolderLock>> locksOfMedia(const Config &config)
{
    std::vector<std::unique_ptr<FolderLock>> locks;
    if (config.mediaDir.isEmpty())
        return locks;
    if (!DatabaseAddress(config.databaseAddress()).isPostgres())
        locks.push_back(
            FolderLock::ofMedia(config.mediaDir, u"media.lock"_s, u"the media folder "_s + config.mediaDir));
    locks.push_back(FolderLock::ofMedia(
        config.cameras.media, u"ring.lock"_s,
        u"the folder of recordings %1, which storage.id in the data folder names,"_s.arg(config.cameras.media)));
    return locks;
}

MediaSettings mediaSettings(const Config &config, const HostResolver &hosts, const DiskSpace &disk)
{
    MediaSettings settings;
    settings.directory = config.cameras.media;
    settings.sharedDirectory = config.cameras.sharedMedia;
    settings.indexed = true;
    settings.disk = &disk;
    settings.allowFiles = config.cameras.allowFileSources;
    settings.allowPrivate = config.cameras.allowPrivateSources;
    settings.hosts = &hosts;
    return settings;
}

Config prepared(Config config)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot be used on this machine");
    makeAbsolute(config);
    makePrivate(config.dataDir);
    placeRings(config);
    if (config.workers <= 0)
        config.workers = std::max(2, QThread::idealThreadCount());
    return config.withFolders();
}

std::unique_ptr<StoredMedia> storedMedia(const Config &config)
{
    const CameraSettings &settings = config.cameras;
    if (settings.mediaStore.isEmpty())
        return nullptr;
    return std::make_unique<StoredMedia>(MediaStore::at(settings.mediaStore), MediaStore::idOf(settings.mediaStore),
                                         settings.mediaCache, settings.mediaCacheBytes);
}

void openStore(StoredMedia &stored, Database &database, const Config &config)
{
    const QString &address = config.cameras.mediaStore;
    const QString path = QDir::cleanPath(address);
    const bool isFolder = QDir::isAbsolutePath(address);
    const StoreNote note(config);
    QString id = note.address() == path && !note.id().isEmpty() ? note.id() : MediaStore::idOf(address);
    const QList<NamedStore> named = StoreSearch::named(database, {id, note.id()});
    if (isFolder)
        id = StoreSearch::idIn(address, id, named);
    const auto row = std::ranges::find(named, id, &NamedStore::id);
    stored.open(id, [&] { return row == named.end() ? QStringList() : row->keys; });
    if (!isFolder || StoreMark(address).exists()) // the note is kept while the store is away
        note.write(stored.id(), path);
    for (const NamedStore &other : named) {
        if (!stored.has(other.id))
            qWarning("The database names media in the store %s. They are missing, because the media store of this "
                     "server is %s",
                     qUtf8Printable(other.id), qUtf8Printable(stored.id()));
    }
}

void prepareTables(const RouteTable &routes)
{
    QSet<const QMetaObject *> seen;
    for (const Route &route : routes) {
        prepareTable(route.body, seen);
        prepareTable(route.reply, seen);
    }
}
