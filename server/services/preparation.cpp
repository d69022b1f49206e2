// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/preparation.h"

#include "models/core/resource.h"
#include "server/cameras/store/storedkeys.h"
#include "server/core/base/durablefile.h"
#include "server/core/cluster/folderlock.h"
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

/// The ID that the store at the address of the configuration had at the last start.
class StoreNote
{
public:
    explicit StoreNote(const Config &config)
        : m_path(config.dataDir + u"/store.id"_s)
        , m_address(QDir::cleanPath(config.cameras.mediaStore))
    {
    }
    /// Returns an empty text if there is no note, or one about another address.
    QString id() const
    {
        QFile file(m_path);
        const QString text = file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        return text.section(u'\n', 1) == m_address ? text.section(u'\n', 0, 0) : QString();
    }
    void write(const QString &id) const
    {
        if (id == this->id())
            return;
        try {
            DurableFile::write(m_path, (id + u'\n' + m_address).toUtf8());
        } catch (const StorageError &error) {
            qWarning("The ID of the media store is not noted: %s", error.what());
        }
    }

private:
    const QString m_path;
    const QString m_address;
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

std::unique_ptr<FolderLock> lockOfDatabase(const Config &config)
{
    const DatabaseAddress address(config.databaseAddress());
    return address.isPostgres() ? nullptr : FolderLock::ofDatabase(address.file());
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
    const StoreNote note(config);
    return std::make_unique<StoredMedia>(MediaStore::at(settings.mediaStore),
                                         note.id().isEmpty() ? MediaStore::idOf(settings.mediaStore) : note.id(),
                                         settings.mediaCache, settings.mediaCacheBytes);
}

void openStore(StoredMedia &stored, Database &database, const Config &config)
{
    stored.open([&database](const QString &id) { return StoredKeys::some(database, id); });
    StoreNote(config).write(stored.id());
}

void prepareTables(const RouteTable &routes)
{
    QSet<const QMetaObject *> seen;
    for (const Route &route : routes) {
        prepareTable(route.body, seen);
        prepareTable(route.reply, seen);
    }
}
