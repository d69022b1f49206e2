// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingrepair.h"

#include "server/cameras/capture/capturemodestore.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/store/mediastore.h"
#include "server/core/db/conditions.h"
#include "server/core/db/retry.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.recordings", QtInfoMsg)

constexpr int batch = 100;
}

RecordingRepair::RecordingRepair(Database &database, RecordingStorage storage, const MediaHub &media)
    : m_database(database)
    , m_store(database)
    , m_spans(database)
    , m_storage(std::move(storage))
    , m_media(media)
{
}

void RecordingRepair::repair(const std::atomic_bool &stopping, const QDateTime &now)
{
    m_storage.mark(m_database);
    if (!isThere())
        return;
    StrayFiles strays(m_database, {m_storage.id, m_storage.nameOf(m_storage.recordings), m_storage.recordings}, now);
    for (const QString &folder : QDir(m_storage.recordings).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const auto device = DeviceId::parse(folder))
            repairFolder(*device, strays, stopping);
    }
    strays.settle(stopping);
    removeMissing(stopping);
}

bool RecordingRepair::isThere() const
{
    const bool isThere = m_storage.isThere();
    if (!isThere)
        qCWarning(
            log,
            "The folder %s has none of the oldest recordings that the database names, and no file storage.id with "
            "%s. Is its disk mounted? Until then, recordings that are missing stay listed.",
            qUtf8Printable(m_storage.recordings), qUtf8Printable(m_storage.id));
    return isThere;
}

void RecordingRepair::repairFolder(DeviceId device, StrayFiles &strays, const std::atomic_bool &stopping)
{
    QSet<RecordingId> inUse;
    for (const RingFile &file : m_media.recordedFiles(device))
        inUse.insert(file.name.id);
    for (const RecordingName &name : RecordingName::in(m_storage.of(device))) {
        if (stopping)
            throw JobBrokenOff();
        const QFileInfo file(m_storage.of(device) + u'/' + name.toString());
        if (inUse.contains(name.id) || file.lastModified() >= strays.before())
            continue;
        const auto row = m_store.find(name.id);
        if (!row && !m_spans.isErased(name.id) && !repairFile(device, name))
            strays.add(file);
        else if (row && row->storageId == m_storage.id)
            repairPath(*row, file.filePath());
        else if (row && MediaStore::isId(row->storageId)) // left by a crash after it was stored
            QFile::remove(file.filePath());
    }
}

/// Indexes a file that has no row. Returns whether nothing more is to be done: a file that cannot be read now may be
/// read tomorrow.
bool RecordingRepair::repairFile(DeviceId device, const RecordingName &name)
{
    const QString path = m_storage.of(device) + u'/' + name.toString();
    if (QFile readable(path); !readable.open(QFile::ReadOnly) || (readable.size() > 0 && readable.read(1).isEmpty()))
        return true;
    const bool exists = m_database.value("SELECT 1 FROM device WHERE device_id = ?", device).isValid();
    const CaptureMode mode = CaptureModeStore(m_database).of(device);
    const bool isWanted = exists && mode.mode == CaptureMode::Mode::Continuous;
    const auto file = isWanted ? RingFile::read(m_storage.of(device), name) : std::nullopt;
    // What the camera sent before this mode was set may be of a time when nothing was to be recorded. A time in the
    // future was set by a clock that was ahead, and tells nothing.
    const bool isKnown = mode.modeSince.isValid() && mode.modeSince <= Times::now();
    if (!file || (isKnown && file->fragments.constFirst().startMs < mode.modeSince.toMSecsSinceEpoch()))
        return false;
    RecordedFile row = m_storage.row(device, *file, file->fragments);
    row.gap = RecordedFile::Gap::Server;
    save(row, path);
    return true;
}

/// Inserts the row of a file, unless another job has removed the file meanwhile.
void RecordingRepair::save(RecordedFile row, const QString &path)
{
    inTransaction(m_database, [&] {
        if (!m_store.find(row.recordingId) && !m_spans.isErased(row.recordingId) && QFile::exists(path))
            m_store.save(row);
    });
}

/// Corrects the path of a row that names a file which does not exist, although it lies here: of a folder that was given
/// as a relative path, and was recorded with it.
void RecordingRepair::repairPath(const RecordedFile &row, const QString &path)
{
    const QString correct = m_storage.nameOf(path);
    if (row.path == correct || !RecordingStorage::isMissing(m_storage.path(row)))
        return;
    inTransaction(m_database, [&] {
        m_database.exec("UPDATE recording SET path = ? WHERE recording_id = ? AND storage_id = ? AND path = ?", correct,
                        row.recordingId, m_storage.id, row.path);
    });
}

void RecordingRepair::removeMissing(const std::atomic_bool &stopping)
{
    qint64 removed = 0;
    qint64 stayed = 0;
    QString after;
    for (QList<RecordedFile> rows; !stopping; after = rows.constLast().recordingId.toString()) {
        rows = m_database.select<RecordedFile>(
            "SELECT recording_id, storage_id, path, is_open FROM recording WHERE storage_id = ? AND NOT is_open AND "
            "recording_id > ? ORDER BY recording_id LIMIT ?",
            m_storage.id, after, batch);
        const bool isEnd = rows.size() < batch;
        QList<RecordedFile> missing;
        std::ranges::copy_if(rows, std::back_inserter(missing), [this](const RecordedFile &row) {
            return m_storage.isOwn(row) && RecordingStorage::isMissing(m_storage.path(row));
        });
        if (!missing.isEmpty() && !isThere()) // the folder has gone meanwhile
            return;
        for (const RecordedFile &row : std::as_const(missing))
            (removeRow(row) ? removed : stayed) += 1;
        if (isEnd)
            break;
    }
    if (removed + stayed > 0)
        qCWarning(log, "Files of recordings are missing in %s: %lld are not listed any more, %lld are held",
                  qUtf8Printable(m_storage.recordings), removed, stayed);
}

/// Removes a row whose file is missing. Returns false if it is held, or has moved to the media store meanwhile.
bool RecordingRepair::removeRow(const RecordedFile &row)
{
    Conditions conditions("recording_id = ? AND storage_id = ?", row.recordingId, m_storage.id);
    SpanStore::addNotHeld(conditions, Times::now());
    return inTransaction(m_database, [&] {
        return m_database.execWith("DELETE FROM recording WHERE " + conditions.sql(), conditions.values()) > 0;
    });
}
