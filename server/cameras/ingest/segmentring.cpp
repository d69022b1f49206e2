// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// If a playlist has not been requested for this time, no player uses it any more.
constexpr auto forgottenAfter = 60s;
/// The longest segment while no player uses the playlist.
constexpr auto longestSegment = 10s;
/// A live playlist without newer media is outdated. A camera that restarts is back by then.
constexpr std::chrono::milliseconds leastOutdated = 60s;
}

SegmentRing::SegmentRing(const QString &directory, Settings settings, SegmentNumbers least)
    : m_directory(directory)
    , m_settings(settings)
    , m_fileLength(settings.fileLength.count())
{
    QDir().mkpath(m_directory);
    load(least);
}

SegmentRing::~SegmentRing()
{
    endFile(RecordedFile::Gap::Server);
    storeTargets();
}

void SegmentRing::load(const SegmentNumbers &least)
{
    const auto newestInit = RingFolder::newestInit(m_directory);
    m_next = least;
    if (const auto names = RecordingName::in(m_directory); !names.isEmpty()) {
        const QString path = m_directory + u'/' + names.constLast().toString();
        if (const auto last = RingFile::read(m_directory, names.constLast())) {
            RecordingWriter::cut(path, last->endOffset());
            m_next.sequence = std::max(m_next.sequence, last->endSequence());
        } else {
            QFile::remove(path);
        }
    }
    m_files = RingFolder::newestFiles(m_directory, m_settings.length);
    for (const QString &name : QDir(m_directory).entryList({u"target-*"_s}, QDir::Files)) {
        if (const auto target = parseTargetName(name))
            m_targets = m_storedTargets = *target;
    }
    if (!m_files.isEmpty()) {
        m_first = m_files.constFirst().name.sequence;
        m_next.sequence = std::max(m_next.sequence, m_files.constLast().endSequence());
    }
    if (newestInit)
        m_next.init = std::max(m_next.init, *newestInit + 1);
    if (least.targets.duration > 0s)
        m_targets = least.targets;
    m_asked = Clock::now(); // a player may have used the playlist before a restart
    m_edge->reached(m_next.sequence, 0, {m_next.sequence - 1}, {});
    renew();
}

/// Begins another edition of the segment that is being recorded.
void SegmentRing::renew() { m_edge->renew(QRandomGenerator::system()->generate64()); }

qint64 SegmentRing::addInit(const QByteArray &bytes, const TrackInfo &track)
{
    m_init = bytes;
    m_track = track;
    return next().init;
}

bool SegmentRing::extend(std::chrono::milliseconds length)
{
    const std::scoped_lock lock(m_mutex);
    if (length > (isFollowed(Clock::now()) ? m_targets.duration + RingFolder::targetSlack : longestSegment)) {
        m_open = {};
        return false;
    }
    m_open = length;
    return true;
}

std::optional<std::chrono::milliseconds> SegmentRing::partTarget() const
{
    const std::scoped_lock lock(m_mutex);
    return isFollowed(Clock::now()) && m_targets.part > 0ms ? std::optional(m_targets.part) : std::nullopt;
}

void SegmentRing::keepFrom(std::optional<qint64> milliseconds)
{
    const std::scoped_lock lock(m_mutex);
    m_keepFrom = milliseconds;
}

SegmentNumbers SegmentRing::next() const
{
    const std::scoped_lock lock(m_mutex);
    return m_next;
}

bool SegmentRing::isFollowed(Clock::time_point now) const
{
    return m_targets.duration > 0s && now - m_asked <= forgottenAfter;
}

/// Stores the targets of the live playlist as a file name, because a player continues with the same playlist after a
/// restart of the server. The writing thread does so without the lock, so that no reader waits for the disk.
void SegmentRing::storeTargets()
{
    PlaylistTargets targets;
    {
        const std::scoped_lock lock(m_mutex);
        targets = m_targets;
    }
    if (targets == m_storedTargets)
        return;
    QFile::remove(m_directory + u'/' + targetName(m_storedTargets));
    m_storedTargets = targets;
    QFile(m_directory + u'/' + targetName(targets)).open(QFile::WriteOnly);
}

SegmentRing::Live SegmentRing::live(Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    const auto segments = heldSegments();
    PlaylistTargets targets = m_targets;
    if (!isFollowed(now) && !segments.isEmpty())
        targets = {RingFolder::targetFor(segments, m_open)};
    if (targets.part == 0ms && targets.duration > 0s && !m_parts.segments().isEmpty())
        targets.part = m_parts.target();
    m_targets = targets;
    m_asked = now;
    return {segments, m_targets.duration, m_parts.segments(), m_targets.part, edition()};
}

bool SegmentRing::Live::isCurrent() const
{
    qint64 endMs = segments.isEmpty() ? 0 : segments.constLast().endMs();
    if (!parts.isEmpty())
        endMs = std::max(endMs, parts.constLast().startMs + parts.constLast().durationMs());
    const auto most = std::max<std::chrono::milliseconds>(leastOutdated, 3 * targetDuration);
    return QDateTime::currentMSecsSinceEpoch() - endMs <= most.count();
}

void SegmentRing::Live::follow(const Live &earlier)
{
    const auto isKnown = [this](const SegmentName &segment) {
        return std::ranges::any_of(segments, [&](const auto &own) { return own.sequence == segment.sequence; });
    };
    for (const SegmentName &segment : earlier.segments) {
        if (!isKnown(segment))
            segments += segment;
    }
    std::ranges::sort(segments, {}, &SegmentName::sequence);
    if (targetDuration == 0s)
        targetDuration = earlier.targetDuration;
}

/// Returns all segments. The caller holds the lock.
QList<SegmentName> SegmentRing::heldSegments() const
{
    QList<SegmentName> segments;
    for (const RingFile &file : m_files) {
        for (qsizetype i = 0; i < file.fragments.size(); ++i) {
            if (file.sequence(i) >= m_first)
                segments += file.segment(i);
        }
    }
    return segments;
}

QList<SegmentName> SegmentRing::segments() const
{
    const std::scoped_lock lock(m_mutex);
    return heldSegments();
}

std::optional<SegmentName> SegmentRing::newest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_files.isEmpty() ? std::nullopt
                             : std::optional(m_files.constLast().segment(m_files.constLast().fragments.size() - 1));
}

std::optional<qint64> SegmentRing::newestKey() const
{
    const std::scoped_lock lock(m_mutex);
    return heldNewestKey();
}

/// Does what newestKey() does. The caller holds the lock.
std::optional<qint64> SegmentRing::heldNewestKey() const
{
    if (const SegmentParts *open = m_parts.open(); open && !open->continues)
        return open->startMs;
    auto gap = m_gap;
    for (qsizetype i = m_files.size() - 1; i >= 0 && gap == RecordedFile::Gap::None; --i) {
        const RingFile &file = m_files[i];
        const auto key =
            std::ranges::find(file.fragments.crbegin(), file.fragments.crend(), false, &Fragment::continues);
        if (key != file.fragments.crend())
            return key->startMs;
        gap = file.gap;
    }
    return std::nullopt;
}

std::optional<FilePart> SegmentRing::place(QStringView name) const
{
    const auto segment = SegmentName::parse(name);
    const auto init = parseInitName(name);
    const auto part = PartName::parse(name);
    const std::scoped_lock lock(m_mutex);
    if (part)
        return m_parts.place(*part);
    const SegmentParts *open = m_parts.open(); // its file may have no segment yet
    if (init && open && open->init == *init)
        return FilePart{open->path, 0, open->initBytes};
    for (const RingFile &file : m_files) {
        if (init && file.init == *init && file.endSequence() > m_first)
            return file.initPlace();
        const qsizetype index = segment ? segment->sequence - file.name.sequence : -1;
        if (index >= 0 && index < file.fragments.size() && segment->sequence >= m_first
            && file.segment(index) == *segment)
            return file.place(index);
    }
    return std::nullopt;
}

std::vector<OpenSegment> SegmentRing::openBetween(qint64 fromMs, qint64 toMs) const
{
    const QList<RingFile> known = files(); // opened outside of the lock: the disk may take a while
    if (!known.isEmpty() && (known.constFirst().fragments.constFirst().startMs <= fromMs || !m_settings.indexed))
        return RingFolder::openBetween(known, fromMs, toMs);
    return RingFolder::openBetween(m_directory, fromMs, toMs);
}

std::vector<OpenSegment> SegmentRing::openNewest() const
{
    std::optional<qint64> key;
    QList<RingFile> files;
    std::optional<SegmentParts> open;
    {
        const std::scoped_lock lock(m_mutex);
        key = heldNewestKey();
        files = m_files;
        if (const SegmentParts *growing = m_parts.open())
            open = *growing;
    }
    if (!key)
        return {};
    auto segments = RingFolder::openBetween(files, *key, std::numeric_limits<qint64>::max());
    if (open && !open->parts.isEmpty()) {
        const auto file = std::make_shared<QFile>(open->path);
        const qint64 offset = open->parts.constFirst().offset;
        if (file->open(QFile::ReadOnly))
            segments.push_back({{open->sequence, open->startMs, open->durationMs(), open->init, open->continues},
                                file,
                                open->initBytes,
                                offset,
                                open->parts.constLast().offset + open->parts.constLast().bytes - offset});
    }
    // Segments before the key frame may end after its time, by rounding or because the clock was set back.
    const auto newest = std::find_if(segments.rbegin(), segments.rend(),
                                     [](const OpenSegment &segment) { return !segment.name.continues; });
    if (newest != segments.rend())
        segments.erase(segments.begin(), newest.base() - 1);
    return segments;
}

QList<RingFile> SegmentRing::files() const
{
    const std::scoped_lock lock(m_mutex);
    return m_files;
}

std::optional<qint64> SegmentRing::leave(RecordingId id)
{
    std::optional<qint64> endMs;
    QStringList unneeded;
    {
        const std::scoped_lock lock(m_mutex);
        for (const RingFile &file : std::as_const(m_files)) {
            if (file.name.id != id || file.isOpen)
                continue;
            m_first = std::max(m_first, file.endSequence());
            endMs = file.fragments.constLast().endMs();
        }
        unneeded = takeUnneeded();
    }
    for (const QString &path : unneeded)
        QFile::remove(path);
    return endMs;
}

void SegmentRing::decide(RecordingId id, RingFile::Fate fate)
{
    const std::scoped_lock lock(m_mutex);
    for (RingFile &file : m_files) {
        if (file.name.id == id)
            file.fate = fate;
    }
}
