// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/mediaremover.h"

#include "server/core/db/retry.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.erasure", QtInfoMsg)

constexpr int batch = 200;
constexpr JobKind removing{.name = QLatin1StringView("media_removal"), .lane = Job::Lane::Bulk, .atOnce = 1};
}

/// Files to remove.
class MediaRemoval
{
    Q_GADGET
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString deviceId MEMBER deviceId)
    Q_PROPERTY(QString itemId MEMBER itemId)

public:
    QString storageId;
    QString deviceId;
    QString itemId; ///< empty: all files of the device
};

MediaRemover::MediaRemover(Database &database, RecordingStorage storage, Places places)
    : m_database(database)
    , m_storage(std::move(storage))
    , m_places(std::move(places))
{
}

/// Returns whether the folder of the media, and that of the recordings in it, are those that the database means. A disk
/// may be unmounted: then nothing is removed by finding nothing.
bool MediaRemover::isThere() const
{
    QFile file(m_storage.folder + u"/storage.id"_s);
    return file.open(QFile::ReadOnly) && QString::fromUtf8(file.readAll().trimmed()) == m_storage.id
        && m_storage.isThere();
}

void MediaRemover::removeDue(const std::atomic_bool &stopping)
{
    qsizetype left = 0;
    MediaRemoval last;
    for (bool isEnd = !isThere(); !isEnd;) {
        // Rows older than storages name none.
        const auto some = m_database.select<MediaRemoval>(
            "SELECT * FROM media_removal WHERE storage_id IN (?, '') AND (storage_id, device_id, item_id) > (?, ?, ?) "
            "ORDER BY storage_id, device_id, item_id LIMIT ?",
            m_storage.id, last.storageId, last.deviceId, last.itemId, batch);
        QList<MediaRemoval> ended;
        for (const MediaRemoval &removal : some) {
            if (stopping)
                throw JobBrokenOff();
            if (remove(removal))
                ended += removal;
            last = removal;
        }
        if (!isThere())
            return;
        if (!ended.isEmpty())
            inTransaction(m_database, [&] {
                for (const MediaRemoval &removal : std::as_const(ended))
                    m_database.exec("DELETE FROM media_removal WHERE storage_id = ? AND device_id = ? AND item_id = ?",
                                    removal.storageId, removal.deviceId, removal.itemId);
            });
        left += some.size() - ended.size();
        isEnd = some.size() < batch;
    }
    if (left > 0)
        qCInfo(log, "Files of %lld deleted items are looked for again", qlonglong(left));
}

/// Returns whether nothing is left of the files.
bool MediaRemover::remove(const MediaRemoval &removal)
{
    const auto device = DeviceId::parse(removal.deviceId);
    if (!device)
        return true;
    if (removal.itemId.isEmpty())
        return removeFolders(*device);
    QStringList paths;
    if (const auto data = DeviceDataId::parse(removal.itemId))
        paths += ArchiveFiles(m_places.archive).path(*device, *data);
    else if (const auto mark = DeviceMarkId::parse(removal.itemId))
        paths = m_places.filesOfMark(*device, *mark);
    return std::ranges::all_of(
        paths, [](const QString &path) { return QFile::remove(path) || RecordingStorage::isMissing(path); });
}

/// Removes all files of a device. Returns whether there were none: a server that has just learned of the deletion may
/// still write some, which the next run finds.
bool MediaRemover::removeFolders(DeviceId device)
{
    if (m_database.value("SELECT 1 FROM device WHERE device_id = ?", device).isValid())
        return true;
    QStringList folders{m_places.archive, m_places.marks, m_places.media};
    if (!m_places.sharedMedia.isEmpty()) {
        for (const QString &name : QDir(m_places.sharedMedia).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders += m_places.sharedMedia + u'/' + name;
    }
    bool found = false;
    for (const QString &folder : std::as_const(folders)) {
        QDir of(folder + u'/' + device.toString());
        if (!of.exists())
            continue;
        of.removeRecursively();
        found = true;
    }
    return !found;
}

JobTable mediaRemoverJobs(Database &database, const RecordingStorage &storage, const MediaRemover::Places &places)
{
    const auto remover = std::make_shared<MediaRemover>(database, storage, places);
    return {{.kind = removing,
             .run =
                 [remover](const Job &, const std::atomic_bool &stopping) {
                     remover->removeDue(stopping);
                     return std::nullopt;
                 },
             .period = std::chrono::seconds(30),
             .everyServer = true}};
}

#include "mediaremover.moc"
