// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
/// A camera that this server left for longer may have been read by another server meanwhile.
constexpr qint64 briefPause = 5'000; // ms

std::vector<SegmentRing::OpenSegment> opened(const QString &directory, const QList<SegmentName> &segments,
                                             qint64 fromMs, qint64 toMs)
{
    std::vector<SegmentRing::OpenSegment> opened;
    for (const SegmentName &segment : segments) {
        if (segment.endMs() <= fromMs || segment.startMs >= toMs)
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

SegmentRing::SegmentRing(const QString &directory, std::chrono::milliseconds length, std::optional<SegmentName> after)
    : m_directory(directory)
    , m_length(length)
{
    QDir().mkpath(m_directory);
    load(after);
}

void SegmentRing::load(const std::optional<SegmentName> &after)
{
    QDir directory(m_directory);
    QSet<qint64> inits;
    for (const QString &name : directory.entryList(QDir::Files)) {
        if (const auto init = parseInitName(name))
            inits.insert(*init);
        else if (const auto segment = SegmentName::parse(name))
            m_segments.append(*segment);
        else if (name.endsWith(".part"_L1))
            directory.remove(name);
    }
    std::ranges::sort(m_segments, {}, &SegmentName::sequence);

    QSet<qint64> needed;
    m_segments.removeIf([&](const SegmentName &segment) {
        if (!inits.contains(segment.init))
            return directory.remove(segment.toString());
        needed.insert(segment.init);
        return false;
    });
    for (const qint64 init : inits - needed)
        directory.remove(initName(init));

    // An empty ring counts on from the clock, and so does one after a pause, in which another server may have read the
    // camera: seconds grow at least as fast as these numbers do, so no player ever meets a number again with something
    // else behind it.
    const qint64 seconds = QDateTime::currentSecsSinceEpoch();
    m_nextSequence = m_segments.isEmpty() ? seconds : m_segments.last().sequence + 1;
    m_nextInit = m_segments.isEmpty() ? seconds : std::ranges::max(needed) + 1;
    if (after) {
        m_nextSequence = std::max(m_segments.isEmpty() ? 0 : m_nextSequence, after->sequence + 1);
        m_nextInit = std::max(m_segments.isEmpty() ? 0 : m_nextInit, after->init + 1);
    } else if (!isFresh()) {
        m_nextSequence = std::max(m_nextSequence, seconds);
        m_nextInit = std::max(m_nextInit, seconds);
    }
}

/// Whether the newest segment was written just now, before a short restart.
bool SegmentRing::isFresh() const
{
    const QFileInfo newest(m_segments.isEmpty() ? QString() : filePath(m_segments.last().toString()));
    return newest.exists() && newest.lastModified().msecsTo(QDateTime::currentDateTime()) < briefPause;
}

QString SegmentRing::filePath(const QString &name) const { return m_directory + u'/' + name; }

bool SegmentRing::write(const QString &name, const QByteArray &bytes) const
{
    // No fsync: a crash of ours leaves whole files, and after a power cut nobody misses the last minute's ring.
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
    if (!write(initName(m_nextInit), bytes))
        return std::nullopt;
    return m_nextInit++;
}

bool SegmentRing::add(qint64 startMs, qint64 durationMs, qint64 init, const QByteArray &bytes)
{
    const SegmentName name{m_nextSequence, startMs, durationMs, init};
    // Files are written and removed outside the lock: readers must not wait for a disk.
    if (!write(name.toString(), bytes))
        return false;
    ++m_nextSequence;
    for (const QString &pruned : append(name))
        QFile::remove(filePath(pruned));
    return true;
}

/// Takes a segment into the index, and those out that the ring is too short for: by recorded length, not by the clock,
/// as what a camera showed last stays while it is offline. The names of the files that are needed no more.
QStringList SegmentRing::append(const SegmentName &name)
{
    const std::scoped_lock lock(m_mutex);
    m_segments.append(name);
    qint64 keptMs = 0;
    qsizetype first = m_segments.size();
    const auto needed = [this](const SegmentName &segment) { return m_keepFrom && segment.endMs() > *m_keepFrom; };
    while (first > 0 && (keptMs < m_length.count() || needed(m_segments[first - 1])))
        keptMs += m_segments[--first].durationMs;
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
