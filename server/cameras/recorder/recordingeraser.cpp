// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingeraser.h"

#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recording/fragmentbox.h"
#include "server/cameras/recording/sheetfolder.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storedmedia.h"
#include "server/core/base/durablefile.h"
#include "server/core/db/retry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QScopeGuard>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.erasure", QtInfoMsg)

const QString unfinished = u"erasing-"_s; // at the beginning of the names of files that replace an object
constexpr int batch = 200;
constexpr std::chrono::milliseconds patience = 1h;
/// A file that has moved to the media store stays for requests that began before.
constexpr std::chrono::milliseconds stay = 1min;
constexpr qint64 bytesAtOnce = 1 << 20;
constexpr JobKind erasing{.name = QLatin1StringView("recording_erasure"), .lane = Job::Lane::Bulk, .atOnce = 1};
constexpr JobKind erasingStored{.name = QLatin1StringView("store_erasure"), .lane = Job::Lane::Bulk, .atOnce = 1};

[[noreturn]] void fail(const char *what, const QString &path, int error)
{
    throw StorageError(u"cannot %1 %2: %3"_s.arg(QLatin1StringView(what), path, qt_error_string(error)).toStdString(),
                       error);
}

void overwrite(int file, qint64 offset, qint64 bytes, const QString &path)
{
    const QByteArray zeros(std::min(bytes, bytesAtOnce), '\0');
    while (bytes > 0) {
        const auto written = ::pwrite(file, zeros.constData(), size_t(std::min<qint64>(bytes, zeros.size())), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            fail("overwrite", path, errno);
        offset += written;
        bytes -= written;
    }
}

void clear(int file, qint64 offset, qint64 bytes, const QString &path)
{
    if (bytes <= 0 || ::fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, bytes) == 0)
        return;
    if (errno != EOPNOTSUPP && errno != ENOSYS)
        fail("erase a part of", path, errno);
    overwrite(file, offset, bytes, path); // the disk has no files with holes
}

/// The header comes first: the file can be read at any time. What a crash has left at the end of the file may be too
/// short for one.
void makeHole(int file, const FileHole &hole, const QString &path)
{
    if (hole.bytes < FileHole::headerSize) {
        clear(file, hole.offset, hole.bytes, path);
        return;
    }
    const QByteArray header = hole.header();
    if (::pwrite(file, header.constData(), size_t(header.size()), hole.offset) != header.size())
        fail("overwrite", path, errno);
    clear(file, hole.offset + FileHole::headerSize, hole.bytes - FileHole::headerSize, path);
}

/// A row without fragments is removed. One whose list cannot be read must not cost its file.
Fragments keptOf(const RecordedFile &row)
{
    const Fragments kept = row.list();
    if (kept.isEmpty())
        throw StorageError("the list of its fragments is damaged", EINVAL);
    return kept;
}
}

RecordingEraser::RecordingEraser(Database &database, RecordingStorage storage, const MediaHub &media,
                                 StoredMedia *stored)
    : m_database(database)
    , m_store(database)
    , m_spans(database)
    , m_storage(std::move(storage))
    , m_media(media)
    , m_stored(stored)
{
}

void RecordingEraser::punch(const QString &path, qint64 initBytes, const Fragments &kept)
{
    QFile file(path);
    if (!file.open(QFile::ReadWrite | QFile::ExistingOnly | QFile::Unbuffered))
        fail("open", path, errno);
    const FileScan scan = FragmentBox::scan(file, initBytes);
    qint64 end = initBytes;
    const auto erase = [&](qint64 to) {
        if (end < to)
            makeHole(file.handle(), {end, to - end, scan.sequenceAt(to)}, path);
    };
    for (const Fragment &fragment : kept) {
        erase(fragment.offset);
        end = fragment.endOffset();
    }
    erase(file.size());
    if (::fsync(file.handle()) != 0)
        fail("write", path, errno);
}

Fragments RecordingEraser::copy(const QString &path, qint64 initBytes, const Fragments &kept, const QString &target)
{
    QFile from(path);
    QFile to(target);
    if (!from.open(QFile::ReadOnly))
        fail("read", path, errno);
    if (!to.open(QFile::WriteOnly | QFile::Truncate))
        fail("write", target, errno);
    const auto append = [&](qint64 offset, qint64 bytes) {
        from.seek(offset);
        while (bytes > 0) {
            const QByteArray part = from.read(std::min(bytes, bytesAtOnce));
            if (part.isEmpty())
                fail("read", path, EIO);
            if (to.write(part) != part.size())
                fail("write", target, errno);
            bytes -= part.size();
        }
    };
    append(0, initBytes);
    Fragments placed;
    for (Fragment fragment : kept) {
        append(fragment.offset, fragment.bytes);
        fragment.offset = to.pos() - fragment.bytes;
        placed += fragment;
    }
    if (!to.flush())
        fail("write", target, errno);
    return placed;
}

/// Takes the file out of the camera's ring. Returns whether the ring does not read it any more.
bool RecordingEraser::leavesRing(const RecordingErasure &erasure)
{
    const auto rest = m_store.find(erasure.recordingId);
    m_media.leave(erasure.deviceId, erasure.recordingId, !rest || rest->endedAt < erasure.endedAt);
    const auto ring = m_media.recordedFiles(erasure.deviceId);
    return std::ranges::none_of(ring, [&](const RingFile &each) { return each.name.id == erasure.recordingId; });
}

void RecordingEraser::erase(const std::atomic_bool &stopping)
{
    if (m_storage.isThere())
        eraseIn(m_storage.id, stopping);
    if (!m_stored)
        return;
    // Another server may erase the object. The sheets are of the time before it moved to the store.
    for (const RecordingErasure &erasure : m_spans.erasures(m_stored->id(), {}, batch))
        removeSheets(erasure);
}

void RecordingEraser::eraseStored(const std::atomic_bool &stopping)
{
    for (const QString &left : QDir(m_storage.recordings).entryList({unfinished + u'*'}, QDir::Files))
        QFile::remove(m_storage.recordings + u'/' + left); // of a run that was killed
    eraseIn(m_stored->id(), stopping);
}

void RecordingEraser::eraseIn(const QString &storageId, const std::atomic_bool &stopping)
{
    RecordingId last;
    for (bool isEnd = false; !isEnd;) {
        const auto some = m_spans.erasures(storageId, last, batch);
        for (const RecordingErasure &erasure : some) {
            if (stopping)
                throw JobBrokenOff();
            last = erasure.recordingId;
            eraseOne(erasure);
        }
        isEnd = some.size() < batch;
    }
}

/// Erases one file. A failure is tried again with the next run, and the other files do not wait for it.
void RecordingEraser::eraseOne(const RecordingErasure &erasure)
{
    const auto tell = [&](const char *why) {
        qCWarning(log, "Cannot erase %s: %s", qUtf8Printable(erasure.path), why);
    };
    try {
        if (erasure.storageId != m_storage.id)
            eraseObject(erasure);
        else if (isMine(erasure) && isDue(erasure) && leavesRing(erasure))
            eraseFile(erasure);
    } catch (const MissingObject &error) {
        tell(error.what());
        end(erasure); // nothing is left to erase
    } catch (const StoreError &error) {
        tell(error.what());
    } catch (const StorageError &error) {
        tell(error.what());
    }
}

/// Returns whether this server should erase a file that several servers may reach: its own, and after an hour those of
/// servers that do not run.
bool RecordingEraser::isMine(const RecordingErasure &erasure) const
{
    RecordedFile row;
    row.storageId = erasure.storageId;
    row.path = erasure.path;
    return m_storage.isOwn(row) || erasure.createdAt.msecsTo(Times::now()) > patience.count();
}

bool RecordingEraser::isDue(const RecordingErasure &erasure)
{
    const auto row = m_store.find(erasure.recordingId);
    const bool hasMoved = row && row->storageId != erasure.storageId;
    return !hasMoved || erasure.createdAt.msecsTo(Times::now()) > stay.count();
}

void RecordingEraser::end(const RecordingErasure &erasure)
{
    inTransaction(m_database, [&] { m_spans.endErasure(erasure); });
}

void RecordingEraser::eraseFile(const RecordingErasure &erasure)
{
    const QString path = m_storage.folder + u'/' + erasure.path;
    const auto row = m_store.find(erasure.recordingId);
    if (RecordingStorage::isMissing(path)) {
        if (!m_storage.isThere()) // the disk was unmounted meanwhile
            return;
    } else if (row && row->storageId == erasure.storageId) {
        punch(path, row->initBytes, keptOf(*row));
    } else {
        QFile file(path);
        if (!row)
            file.resize(0); // for a reader that has the file open, such as a running clip
        if (!file.remove())
            throw StorageError(file.errorString().toStdString());
    }
    removeSheets(erasure);
    end(erasure);
}

void RecordingEraser::removeSheets(const RecordingErasure &erasure) const
{
    SheetFolder(QFileInfo(m_storage.folder + u'/' + erasure.path).path())
        .removeBetween(erasure.startedAt.toMSecsSinceEpoch(), erasure.endedAt.toMSecsSinceEpoch());
}

/// The new object has another key: an object is never replaced, because readers may have copies of it.
void RecordingEraser::eraseObject(const RecordingErasure &erasure)
{
    const auto row = m_store.find(erasure.recordingId);
    removeSheets(erasure);
    if (!row || row->path != erasure.path) { // deleted, or another server was faster
        end(erasure);
        return;
    }
    const QString target = m_storage.recordings + u'/' + unfinished + row->recordingId.toString();
    const auto removeTarget = qScopeGuard([&] { QFile::remove(target); });
    RecordedFile rest = *row;
    rest.setList(copy(m_stored->fetch(WantedObject::ofRecording(*row)), row->initBytes, keptOf(*row), target));
    rest.path = StoredKeys::replacing(row->path);
    rest.bytes = QFileInfo(target).size();
    StoreMove(m_database, *m_stored).move({{rest.path, target}}, [&] {
        const bool isNamed =
            m_database.exec("UPDATE recording SET path = ?, fragments = ?, bytes = ? WHERE "
                            "recording_id = ? AND path = ? AND bytes = ?",
                            rest.path, rest.fragments, rest.bytes, row->recordingId, row->path, row->bytes)
            > 0;
        if (isNamed) {
            m_database.exec("INSERT INTO store_deletion (storage_id, key, due_at, attempts) VALUES (?, ?, 0, 0) "
                            "ON CONFLICT (storage_id, key) DO UPDATE SET due_at = 0",
                            row->storageId, row->path);
            m_spans.endErasure(erasure);
        }
        return isNamed;
    });
}

JobTable recordingEraserJobs(Database &database, const RecordingStorage &storage, const MediaHub &media,
                             StoredMedia *stored)
{
    const auto eraser = std::make_shared<RecordingEraser>(database, storage, media, stored);
    JobTable jobs{{.kind = erasing,
                   .run =
                       [eraser](const Job &, const std::atomic_bool &stopping) {
                           eraser->erase(stopping);
                           return std::nullopt;
                       },
                   .period = 30s,
                   .everyServer = true}};
    if (stored)
        jobs += {.kind = erasingStored,
                 .run =
                     [eraser](const Job &, const std::atomic_bool &stopping) {
                         eraser->eraseStored(stopping);
                         return std::nullopt;
                     },
                 .period = 30s};
    return jobs;
}
