// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/mediaowner.h"

#include "models/core/id.h"
#include "server/core/base/durablefile.h"
#include "server/core/cluster/folderlock.h"
#include "server/core/db/database.h"
#include "server/core/db/migrations.h"
#include "server/services/config.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostExamined = 200; // cameras

/// A folder and its owner.
class OwnedFolder
{
public:
    explicit OwnedFolder(const Config &config)
        : m_config(config)
        , m_path(config.storage() + u'/' + file)
    {
    }

    /// Returns an empty text if the folder names no database.
    QString owner() const
    {
        QFile note(m_path);
        if (!note.exists())
            return {};
        const bool isOpen = note.open(QFile::ReadOnly);
        const QByteArray text = isOpen ? note.readAll() : QByteArray();
        if (!isOpen || note.error() != QFile::NoError)
            throw std::runtime_error(
                u"%1 cannot be read, so that nothing tells whose media the folder has: %2. A server removes files that "
                "its database does not name"_s.arg(m_path, note.errorString())
                    .toStdString());
        return QString::fromLatin1(text.trimmed());
    }
    /// Returns the owner: another server may have been faster.
    QString setOwner(const QString &before, const QString &id) const
    {
        try {
            if (before.isEmpty() && !QFile::exists(m_path))
                return FolderId::kept(m_config.storage(), file, id);
            DurableFile::write(m_path, id.toLatin1() + '\n');
        } catch (const std::runtime_error &error) {
            qWarning("The database of %s is not noted: %s", qUtf8Printable(m_config.storage()), error.what());
        }
        return id;
    }
    /// Returns cameras of which the folder has a file.
    QList<DeviceId> cameras() const
    {
        QStringList folders{m_config.cameras.archive, m_config.insight.marks, m_config.cameras.media};
        const QDir rings(m_config.cameras.sharedMedia);
        if (!m_config.cameras.sharedMedia.isEmpty()) {
            for (const QString &ring : rings.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                folders += rings.filePath(ring);
        }
        QList<DeviceId> found;
        for (const QString &folder : std::as_const(folders)) {
            for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const auto device = DeviceId::parse(name);
                const bool hasFiles =
                    device && QDirIterator(folder + u'/' + name, QDir::Files, QDirIterator::Subdirectories).hasNext();
                if (hasFiles && !found.contains(*device))
                    found += *device;
                if (found.size() == mostExamined)
                    return found;
            }
        }
        return found;
    }
    bool isShared() const { return !m_config.mediaDir.isEmpty(); }
    [[noreturn]] void refuse(const QString &id) const
    {
        throw std::runtime_error(
            u"the %1 folder %2 belongs to another database: a server removes files that its database does not name. "
            "Start with the database that the folder was used with, or with another folder. If only this database "
            "uses the folder from now on, write %3 into the file %4. Files that it does not name are then removed "
            "after a day"_s.arg(isShared() ? u"media"_s : u"data"_s, m_config.storage(), id, m_path)
                .toStdString());
    }

private:
    static inline const QString file = u"database.id"_s;

    const Config &m_config;
    const QString m_path;
};

/// Returns whether the database has one of the cameras, or has just deleted it.
bool knows(Database &database, const QList<DeviceId> &cameras)
{
    return std::ranges::any_of(cameras, [&](DeviceId camera) {
        return database
            .value("SELECT 1 FROM device WHERE device_id = ? UNION ALL SELECT 1 FROM media_removal WHERE device_id = ?",
                   camera, camera)
            .isValid();
    });
}
}

void MediaOwner::require(const Config &config, Database &database)
{
    const OwnedFolder folder(config);
    const QString id = QString::number(schemaMadeAt(database));
    const QString owner = folder.owner();
    if (owner == id)
        return;
    if (!owner.isEmpty() && folder.isShared())
        folder.refuse(id);
    const QList<DeviceId> cameras = folder.cameras();
    if (!cameras.isEmpty() && (!owner.isEmpty() || !knows(database, cameras)))
        folder.refuse(id);
    if (folder.setOwner(owner, id) != id)
        folder.refuse(id);
}
