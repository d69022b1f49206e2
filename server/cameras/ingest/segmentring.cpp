// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include "server/core/base/diskspace.h"

#include <QDir>
#include <QSet>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// If a playlist has not been requested for this time, no player uses it any more.
constexpr auto forgottenAfter = 60s;
/// The longest segment while no player uses the playlist.
constexpr auto longestSegment = 10s;
constexpr auto leastTarget = 2s;
/// Earlier versions numbered initialization sections from the Unix time. Players that use the number as an index cannot
/// play such a ring, so its segments are removed.
constexpr qint64 leastUnixTime = 1'000'000'000;

std::chrono::seconds targetFor(const QList<SegmentName> &segments, std::chrono::milliseconds longest)
{
    for (const SegmentName &segment : segments)
        longest = std::max(longest, std::chrono::milliseconds(segment.durationMs));
    return std::max<std::chrono::seconds>(leastTarget, std::chrono::ceil<std::chrono::seconds>(longest));
}

std::vector<SegmentRing::OpenSegment> opened(const QString &directory, const QList<SegmentName> &segments,
                                             qint64 fromMs, qint64 toMs)
{
    auto first = std::ranges::find_if(segments, [&](const auto &segment) { return segment.endMs() > fromMs; });
    while (first != segments.end() && first != segments.begin() && first->continues)
        --first;
    std::vector<SegmentRing::OpenSegment> opened;
    for (; first != segments.end(); ++first) {
        const SegmentName &segment = *first;
        if (segment.startMs >= toMs)
            continue;
        const bool sameInit = !opened.empty() && opened.back().name.init == segment.init;
        auto init = sameInit ? opened.back().init : std::make_shared<QFile>(directory + u'/' + initName(segment.init));
        auto media = std::make_shared<QFile>(directory + u'/' + segment.toString());
        if ((init->isOpen() || init->open(QIODevice::ReadOnly)) && media->open(QIODevice::ReadOnly))
            opened.push_back({segment, std::move(init), std::move(media)});
    }
    return opened;
}
}

SegmentRing::SegmentRing(const QString &directory, std::chrono::milliseconds length, SegmentNumbers least,
                         const DiskSpace *disk)
    : m_directory(directory)
    , m_length(length)
    , m_disk(disk)
{
    QDir().mkpath(m_directory);
    load(least);
}

void SegmentRing::load(const SegmentNumbers &least)
{
    QDir directory(m_directory);
    QSet<qint64> inits;
    for (const QString &name : directory.entryList(QDir::Files)) {
        if (const auto init = parseInitName(name))
            inits.insert(*init);
        else if (const auto segment = SegmentName::parse(name))
            m_segments.append(*segment);
        else if (const auto target = parseTargetName(name))
            m_target = *target;
        else if (name.endsWith(".part"_L1))
            directory.remove(name);
    }
    std::ranges::sort(m_segments, {}, &SegmentName::sequence);

    QSet<qint64> needed;
    m_segments.removeIf([&](const SegmentName &segment) {
        if (!inits.contains(segment.init) || segment.init >= leastUnixTime)
            return directory.remove(segment.toString());
        needed.insert(segment.init);
        return false;
    });
    for (const qint64 init : inits - needed)
        directory.remove(initName(init));

    m_next = least;
    if (!m_segments.isEmpty()) {
        m_next.sequence = std::max(m_next.sequence, m_segments.last().sequence + 1);
        m_next.init = std::max(m_next.init, std::ranges::max(needed) + 1);
    }
    if (least.target > 0s)
        setTarget(least.target);
    m_asked = Clock::now(); // a player may have used the playlist before a restart
}

QString SegmentRing::filePath(const QString &name) const { return m_directory + u'/' + name; }

bool SegmentRing::write(const QString &name, const QByteArray &bytes) const
{
    if (m_disk && m_disk->isFull())
        return false;
    // No fsync: a crash of the server leaves complete files, and after a power failure the last minute is useless.
    const QString whole = filePath(name);
    QFile part(whole + u".part"_s);
    if (!part.open(QIODevice::WriteOnly | QIODevice::Truncate) || part.write(bytes) != bytes.size() || !part.flush()) {
        part.remove();
        return false;
    }
    part.close();
    return std::rename(QFile::encodeName(part.fileName()).constData(), QFile::encodeName(whole).constData()) == 0;
}

std::optional<qint64> SegmentRing::addInit(const QByteArray &bytes)
{
    const qint64 init = next().init;
    return write(initName(init), bytes) ? std::optional(init) : std::nullopt;
}

bool SegmentRing::add(const Stretch &stretch, qint64 init, const QByteArray &bytes)
{
    const SegmentName name{next().sequence, stretch.startMs, stretch.durationMs, init, stretch.continues};
    // The files are written and removed outside the lock, so that readers do not wait for the disk.
    const bool written = write(name.toString(), bytes);
    const QStringList pruned = written ? append(name) : QStringList();
    for (const QString &file : pruned)
        QFile::remove(filePath(file));
    return written;
}

bool SegmentRing::extend(std::chrono::milliseconds length)
{
    const std::scoped_lock lock(m_mutex);
    if (length > (isFollowed(Clock::now()) ? m_target : longestSegment)) {
        m_open = {};
        return false;
    }
    m_open = length;
    return true;
}

SegmentNumbers SegmentRing::next() const
{
    const std::scoped_lock lock(m_mutex);
    return m_next;
}

bool SegmentRing::isFollowed(Clock::time_point now) const { return m_target > 0s && now - m_asked <= forgottenAfter; }

/// Sets the target duration of the live playlist. It is stored as a file name, because a player continues with the same
/// playlist after a restart of the server.
void SegmentRing::setTarget(std::chrono::seconds target)
{
    if (target == m_target)
        return;
    QFile::remove(filePath(targetName(m_target)));
    m_target = target;
    write(targetName(target), {});
}

SegmentRing::Live SegmentRing::live(Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    if (!isFollowed(now) && !m_segments.isEmpty()) {
        setTarget(targetFor(m_segments, m_open));
    }
    m_asked = now;
    return {m_segments, m_target};
}

/// Adds a segment to the index, and removes the segments that exceed the length of the ring. Returns the names of the
/// files that are no longer needed. The length is that of the recording and not the age, so that the last pictures of a
/// camera remain while it is offline.
QStringList SegmentRing::append(const SegmentName &name)
{
    const std::scoped_lock lock(m_mutex);
    m_segments.append(name);
    m_next.sequence = name.sequence + 1;
    m_next.init = std::max(m_next.init, name.init + 1);
    m_open = {};
    qint64 keptMs = 0;
    qsizetype first = m_segments.size();
    const auto needed = [this](const SegmentName &segment) { return m_keepFrom && segment.endMs() > *m_keepFrom; };
    while (first > 0 && (keptMs < m_length.count() || needed(m_segments[first - 1])))
        keptMs += m_segments[--first].durationMs;
    while (first > 0 && m_segments[first].continues)
        --first;
    QStringList pruned;
    const qint64 oldestInit = m_segments[first].init;
    for (const SegmentName &segment : m_segments.first(first)) {
        pruned.append(segment.toString());
        if (segment.init != oldestInit && !pruned.contains(initName(segment.init)))
            pruned.append(initName(segment.init));
    }
    m_segments.remove(0, first);
    return pruned;
}

QList<SegmentName> SegmentRing::segments() const
{
    const std::scoped_lock lock(m_mutex);
    return m_segments;
}

std::optional<SegmentName> SegmentRing::newest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_segments.isEmpty() ? std::nullopt : std::optional{m_segments.last()};
}

std::optional<QString> SegmentRing::path(QStringView name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto segment = SegmentName::parse(name);
    const auto init = parseInitName(name);
    const auto holds = [&](const SegmentName &held) { return segment ? held == *segment : held.init == init; };
    if ((!segment && !init) || std::ranges::none_of(m_segments, holds))
        return std::nullopt;
    return filePath(name.toString());
}

std::vector<SegmentRing::OpenSegment> SegmentRing::openBetween(qint64 fromMs, qint64 toMs) const
{
    const std::scoped_lock lock(m_mutex);
    return opened(m_directory, m_segments, fromMs, toMs);
}

QList<SegmentName> SegmentRing::segmentsIn(const QString &directory)
{
    QList<SegmentName> segments;
    for (const QString &name : QDir(directory).entryList({u"*.m4s"_s}, QDir::Files)) {
        if (const auto segment = SegmentName::parse(name))
            segments += *segment;
    }
    std::ranges::sort(segments, {}, &SegmentName::sequence);
    return segments;
}

std::chrono::seconds SegmentRing::targetIn(const QString &directory)
{
    for (const QString &name : QDir(directory).entryList({u"target-*"_s}, QDir::Files)) {
        if (const auto target = parseTargetName(name))
            return *target;
    }
    return targetFor(segmentsIn(directory), {});
}

std::optional<QString> SegmentRing::pathIn(const QString &directory, QStringView name)
{
    if (!SegmentName::parse(name) && !parseInitName(name))
        return std::nullopt;
    const QString path = directory + u'/' + name.toString();
    return QFile::exists(path) ? std::optional(path) : std::nullopt;
}

std::optional<SegmentName> SegmentRing::newestIn(const QString &directory)
{
    const auto segments = segmentsIn(directory);
    return segments.isEmpty() ? std::nullopt : std::optional(segments.constLast());
}

std::vector<SegmentRing::OpenSegment> SegmentRing::openBetween(const QString &directory, qint64 fromMs, qint64 toMs)
{
    return opened(directory, segmentsIn(directory), fromMs, toMs);
}
