// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingindexer.h"

#include "models/core/times.h"
#include "server/cameras/recording/recordingwriter.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/base/clockslack.h"
#include "server/core/db/retry.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto reviewInterval = 1s;
constexpr auto openRowsInterval = 5s;
constexpr auto rulesInterval = 60s;
/// The length of a file of which probably nothing is kept.
constexpr auto shortFile = 10s;
/// Marks are stored within this time after they began. Files that no mark needs by then are removed.
constexpr auto markDelay = 90s;
constexpr auto longestMark = 24h;
/// Reviews without a file in the ring until its row is completed from the disk. A camera that is being closed may still
/// add a segment.
constexpr int mostMissed = 2;

/// The time of a mark.
class MarkRow
{
    Q_GADGET
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(QString state MEMBER state)

public:
    QDateTime startedAt;
    QDateTime endedAt;
    QString state;
};

qint64 milliseconds(std::chrono::milliseconds duration) { return duration.count(); }
}

RecordingIndexer::RecordingIndexer(RecordingStorage storage, std::chrono::milliseconds fileLength)
    : m_storage(std::move(storage))
    , m_fileLength(fileLength)
{
}

RecordingIndexer::~RecordingIndexer() = default;

void RecordingIndexer::start(Database &database, MediaHub &media, EventHub &events)
{
    m_database = &database;
    m_media = &media;
    m_store = std::make_unique<RecordingStore>(database);
    m_startedMs = QDateTime::currentMSecsSinceEpoch();
    completeLeft();
    connect(&events, &EventHub::happened, this, [this](const QList<EventRow> &happened) {
        m_outdated |= std::ranges::any_of(happened, [](const EventRow &event) {
            return event.type.startsWith("device."_L1) || event.type.startsWith("account."_L1);
        });
    });
    m_savedOpen.start();
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &RecordingIndexer::review);
    m_clock->start(reviewInterval);
}

void RecordingIndexer::stop()
{
    if (!m_clock)
        return;
    m_clock.reset();
    for (int i = 0; i < mostMissed; ++i)
        review();
    m_store.reset();
}

/// Completes the rows of files that were open when a process of this server ended.
void RecordingIndexer::completeLeft()
{
    try {
        QList<RecordedFile> rows = m_store->openIn(m_storage.id);
        rows.removeIf([this](const RecordedFile &row) { return !m_storage.isOwn(row); });
        QSet<DeviceId> devices;
        for (const RecordedFile &row : std::as_const(rows))
            devices.insert(row.deviceId);
        const auto rules = readAllCaptureRules(*m_database, devices.values());
        for (const RecordedFile &row : std::as_const(rows))
            complete(row, rules);
    } catch (const std::exception &error) {
        qWarning("Cannot complete the index of recordings: %s", error.what());
    }
}

/// Cuts a file off after its last complete fragment, and writes its row anew, without what the capture mode of the
/// camera forbids. While the folder of the recordings is away, rows stay as they are until the next start.
void RecordingIndexer::complete(RecordedFile row, const CaptureRules &rules)
{
    if (!m_storage.isThere())
        return;
    const auto file = m_storage.read(row);
    if (!file && RecordingStorage::isMissing(m_storage.path(row)) && !row.list().isEmpty()) {
        row.isOpen = false;
        m_store->save(row); // the repair decides about rows without a file
        return;
    }
    if (!file) {
        QFile::remove(m_storage.path(row));
        m_store->remove(row.recordingId);
        return;
    }
    RecordingWriter::cut(file->path, file->endOffset());
    Fragments list = row.list();
    const qint64 indexed = list.isEmpty() ? 0 : list.constLast().endOffset();
    list.removeIf([&](const Fragment &fragment) { return fragment.endOffset() > file->endOffset(); });
    const auto read = rules.find(row.deviceId);
    std::ranges::copy_if(file->fragments, std::back_inserter(list), [&](const Fragment &fragment) {
        return fragment.offset >= indexed && (read == rules.end() || !read->second.rule.forbids(fragment));
    });
    row.bytes = file->endOffset();
    row.isOpen = false;
    row.setList(list);
    m_store->save(row);
}

void RecordingIndexer::review()
{
    try {
        const auto cameras = m_media->cameras();
        const bool isNew = std::ranges::any_of(cameras, [this](DeviceId id) { return !m_rules.contains(id); });
        if (m_outdated || isNew || !m_loaded.isValid() || m_loaded.hasExpired(milliseconds(rulesInterval)))
            loadRules(cameras);
        m_savesOpen = m_savedOpen.hasExpired(milliseconds(openRowsInterval));
        for (const DeviceId device : cameras)
            reviewCamera(device, false);
        for (const DeviceId device : m_listings.keys()) {
            if (!cameras.contains(device))
                reviewCamera(device, true);
        }
        saveRows();
        if (m_savesOpen)
            m_savedOpen.start();
    } catch (const std::exception &error) {
        qWarning("Cannot write the index of recordings: %s", error.what());
        m_rows.clear();
        m_decisions.clear();
        for (Listings &listings : m_listings) {
            for (FileListing &listing : listings)
                listing.isSaved = false; // perhaps
        }
    }
}

void RecordingIndexer::loadRules(const QList<DeviceId> &devices)
{
    m_outdated = false;
    m_loaded.start();
    QList<DeviceId> known = devices;
    const auto isNew = [this](DeviceId device) { return !m_rules.contains(device); };
    const auto firstNew = std::stable_partition(known.begin(), known.end(), std::not_fn(isNew));
    CaptureRules rules = readAllCaptureRules(*m_database, QList<DeviceId>(firstNew, known.end()));
    known.erase(firstNew, known.end());
    for (auto &[device, read] : readCaptureRules(*m_database, known)) {
        read.rule.follow(*m_rules.constFind(device));
        rules.insert({device, read});
    }
    for (const auto &[device, read] : rules) {
        m_rules.insert(device, read.rule);
        m_accounts.insert(device, read.account);
    }
}

/// Returns the times of the marks that the files may show, if they matter.
QList<MediaSpan> RecordingIndexer::marksOf(DeviceId device, const QList<RingFile> &files)
{
    const auto rule = m_rules.constFind(device);
    if (!rule->dependsOnMarks() || files.isEmpty())
        return {};
    const QDateTime now = Times::now();
    const auto startOf = [](const RingFile &file) { return file.fragments.constFirst().startMs; };
    const qint64 first = startOf(*std::ranges::min_element(files, {}, startOf)); // the clock may have been set back
    const auto oldest = Times::fromMilliseconds(first - milliseconds(std::chrono::minutes(6)));
    QList<MediaSpan> spans;
    for (const auto &mark : m_database->select<MarkRow>(
             "SELECT started_at, ended_at, state FROM device_mark WHERE account_id = ? AND device_id = ? AND "
             "deleted_at IS NULL AND started_at > ? AND (ended_at IS NULL OR ended_at > ?)",
             m_accounts[device], device, oldest.addMSecs(-milliseconds(longestMark)), oldest)) {
        const QDateTime end = mark.endedAt.isValid() ? mark.endedAt : mark.state == u"open"_s ? now : mark.startedAt;
        spans += MediaSpan{mark.startedAt.toMSecsSinceEpoch(), end.toMSecsSinceEpoch() + 1};
    }
    return spans;
}

/// Reviews the files of a camera. `isLast` is true if the camera was closed.
void RecordingIndexer::reviewCamera(DeviceId device, bool isLast)
{
    const auto rule = m_rules.find(device);
    if (rule == m_rules.end())
        return; // the device was deleted
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    rule->correct(now);
    QList<RingFile> files = isLast ? QList<RingFile>() : m_media->recordedFiles(device);
    Listings &listings = m_listings[device];
    QSet<RecordingId> known;
    for (const RingFile &file : std::as_const(files))
        known.insert(file.name.id);
    // Files that left the ring with their camera are read from the disk.
    for (auto it = listings.begin(); it != listings.end();) {
        const RecordingName name = m_names.value(it.key());
        it->missed = known.contains(it.key()) ? 0 : it->missed + 1;
        const bool isLeft = it->missed >= mostMissed;
        auto file = isLeft ? RingFile::read(m_storage.of(device), name) : std::nullopt;
        if (file)
            files.prepend(std::move(*file));
        if (isLeft && !file) {
            m_names.remove(it.key());
            it = listings.erase(it);
        } else {
            ++it;
        }
    }
    files.removeIf([](const RingFile &file) { return file.fate != RingFile::Fate::Undecided; });
    const auto marks = marksOf(device, files);
    const bool hasMark =
        std::ranges::any_of(marks, [&](const MediaSpan &mark) { return rule->around(mark).toMs >= now; });
    m_media->setFileLength(device, rule->expectsMuch(Times::now(), hasMark) ? m_fileLength : shortFile);
    for (const RingFile &file : std::as_const(files)) {
        if (!listings.contains(file.name.id)) {
            m_names.insert(file.name.id, file.name);
            listings.insert(file.name.id, listingOf(file));
        }
        FileListing &listing = listings[file.name.id];
        listing.review(file, *rule, marks);
        reviewFile(device, file, listing, *rule, known.contains(file.name.id));
    }
    if (isLast && listings.isEmpty()) {
        m_listings.remove(device);
        m_rules.remove(device);
        m_accounts.remove(device);
    }
}

FileListing RecordingIndexer::listingOf(const RingFile &file)
{
    const auto row = m_store->find(file.name.id);
    FileListing listing = row ? FileListing(*row, file) : FileListing();
    listing.isFrozen = SpanStore(*m_database).isErased(file.name.id);
    return listing;
}

/// Writes the row of a file if it is due, and decides what becomes of the file once nothing can change any more.
/// `isKnown` is false if the ring does not know the file.
void RecordingIndexer::reviewFile(DeviceId device, const RingFile &file, FileListing &listing, const CaptureRule &rule,
                                  bool isKnown)
{
    const qint64 age = QDateTime::currentMSecsSinceEpoch() - file.fragments.constLast().endMs();
    const qint64 settled = rule.dependsOnMarks() && isKnown ? milliseconds(markDelay + rule.preRoll()) : 0;
    // A file from the future is of the time before the clock was set back, and no mark from now on is about it.
    const bool isFinal = !file.isOpen && (age >= settled || age < -milliseconds(clockSlack));
    if (!listing.isEmpty() && (file.isOpen ? m_savesOpen || !listing.isSaved : true)
        && (listing.takeChange() || !listing.isSaved || listing.isSavedOpen != file.isOpen))
        m_rows += rowOf(device, file, listing);
    if (!isFinal)
        return;
    // The marks of an earlier process may be missing in a database that was restored: RecordingRepair waits for them.
    const bool isLeft = file.fragments.constLast().endMs() < m_startedMs && !listing.isFrozen;
    const bool isKept = !listing.isEmpty() || isLeft;
    m_decisions += [this, device, id = file.name.id, path = file.path, isKept, isKnown] {
        if (isKnown)
            m_media->decide(device, id, isKept ? RingFile::Fate::Kept : RingFile::Fate::Dropped);
        else if (!isKept)
            QFile::remove(path);
        m_listings[device].remove(id);
        m_names.remove(id);
    };
}

RecordedFile RecordingIndexer::rowOf(DeviceId device, const RingFile &file, FileListing &listing)
{
    RingFile known = file;
    if (known.track.codec.isEmpty())
        known.track = listing.track;
    listing.track = known.track;
    Fragments listed = listing.listed(file);
    for (Fragment &fragment : listed) {
        if (m_levels)
            fragment.motion = m_levels->between(device, fragment.startMs, fragment.endMs());
    }
    RecordedFile row = m_storage.row(device, known, listed);
    if (!listing.gap)
        listing.gap = gapBefore(device, file, row.startedAt);
    row.gap = *listing.gap;
    listing.isSaved = true;
    listing.isSavedOpen = file.isOpen;
    return row;
}

/// Returns the reason for the time without a recording before the row of a file, which begins at `start`.
RecordedFile::Gap RecordingIndexer::gapBefore(DeviceId device, const RingFile &file, const QDateTime &start)
{
    const auto before = m_store->lastBefore(device, start);
    return before ? FileListing::gapBetween(before->endedAt, start, file) : RecordedFile::Gap::None;
}

void RecordingIndexer::saveRows()
{
    const auto rows = std::exchange(m_rows, {});
    const auto decisions = std::exchange(m_decisions, {});
    try {
        inTransaction(*m_database, [&] {
            for (const RecordedFile &row : rows)
                m_store->save(row);
        });
    } catch (const ForeignKeyViolation &) {
        for (const RecordedFile &row : rows) {
            try {
                m_store->save(row);
            } catch (const ForeignKeyViolation &) {
                // The device was permanently deleted, and its folder with it.
            }
        }
    }
    for (const auto &decide : decisions)
        decide();
}

#include "recordingindexer.moc"
