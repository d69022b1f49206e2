// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include "models/core/utc.h"

#include <QDateTime>

#include <algorithm>

namespace {
/// A player needs at least three segments (RFC 8216, 6.3.3).
constexpr qsizetype minListed = 3;
/// How far a player stays behind the newest part, in part target durations (draft-pantos-hls-rfc8216bis, 4.4.3.8).
constexpr qint64 heldParts = 3;
/// Parts are listed for the newest segments, in target durations (4.4.4.9).
constexpr qint64 listedTargets = 3;

/// Returns the index of the first segment to list. All numbers from this segment on are consecutive.
qsizetype firstListed(const QList<SegmentName> &segments, std::chrono::milliseconds window)
{
    qint64 listedMs = 0;
    qsizetype first = segments.size();
    const auto follows = [&](qsizetype at) {
        const qint64 discontinuities = segments[at].init - segments[at - 1].init;
        return segments[at].sequence == segments[at - 1].sequence + 1 && (discontinuities == 0 || discontinuities == 1);
    };
    const auto isEnough = [&] {
        const qsizetype count = segments.size() - first;
        return listedMs >= window.count() && count >= minListed && !segments[first].continues;
    };
    while (first > 0 && !isEnough() && (first == segments.size() || follows(first)))
        listedMs += segments[--first].durationMs;
    return first;
}

QByteArray uri(const QString &name, const QByteArray &suffix)
{
    const QByteArray path = "segments/" + name.toLatin1();
    return suffix.isEmpty() ? path : path + '?' + suffix;
}

QByteArray seconds(qint64 ms) { return QByteArray::number(double(ms) / 1000, 'f', 3); }

/// Writes a live playlist.
class Writer
{
public:
    Writer(const SegmentRing::Live &live, const QByteArray &suffix)
        : m_live(live)
        , m_suffix(suffix)
    {
    }
    QByteArray text(const QList<SegmentName> &listed);

private:
    void head(const SegmentName &first);
    void begin(qint64 init, qint64 startMs);
    void segment(const SegmentName &segment);
    void parts(const SegmentParts &segment);
    void edge(qint64 last);

    const SegmentRing::Live &m_live;
    const QByteArray m_suffix;
    QByteArray m_text;
    qint64 m_init = -1; ///< of the last segment
    qint64 m_partsFromMs = 0; ///< the parts of older segments are not listed
};

void Writer::head(const SegmentName &first)
{
    m_text = "#EXTM3U\n#EXT-X-VERSION:7\n";
    m_text += "#EXT-X-TARGETDURATION:" + QByteArray::number(qint64(m_live.targetDuration.count())) + '\n';
    if (!m_live.parts.isEmpty()) {
        const qint64 target = m_live.partTarget.count();
        m_text += "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=" + seconds(heldParts * target) + '\n';
        m_text += "#EXT-X-PART-INF:PART-TARGET=" + seconds(target) + '\n';
    }
    m_text += "#EXT-X-MEDIA-SEQUENCE:" + QByteArray::number(first.sequence) + '\n';
    // Each connection and each format has its own initialization section with a consecutive number.
    m_text += "#EXT-X-DISCONTINUITY-SEQUENCE:" + QByteArray::number(first.init) + '\n';
}

void Writer::begin(qint64 init, qint64 startMs)
{
    if (m_init != init) {
        if (m_init >= 0)
            m_text += "#EXT-X-DISCONTINUITY\n";
        m_init = init;
        m_text += "#EXT-X-MAP:URI=\"" + uri(initName(init), m_suffix) + "\"\n";
    }
    const auto start = QDateTime::fromMSecsSinceEpoch(startMs, Times::utc);
    m_text += "#EXT-X-PROGRAM-DATE-TIME:" + start.toString(Qt::ISODateWithMs).toLatin1() + '\n';
}

void Writer::parts(const SegmentParts &segment)
{
    for (int i = 0; i < segment.parts.size(); ++i) {
        const PartName name{segment.sequence, i, segment.edition};
        // No part may exceed PART-TARGET (4.4.4.9), which must not change (6.2.1). A part is longer if the camera
        // stalls within it. Players then take the time of its pictures from the pictures, and the time of the next
        // segment from EXT-X-PROGRAM-DATE-TIME.
        const qint64 durationMs = std::min<qint64>(segment.parts[i].durationMs, m_live.partTarget.count());
        m_text += "#EXT-X-PART:DURATION=" + seconds(durationMs) + ",URI=\"" + uri(name.toString(), m_suffix) + '"'
            + (i == 0 && !segment.continues ? ",INDEPENDENT=YES\n" : "\n");
    }
}

void Writer::segment(const SegmentName &segment)
{
    begin(segment.init, segment.startMs);
    const auto found = std::ranges::find(m_live.parts, segment.sequence, &SegmentParts::sequence);
    if (found != m_live.parts.end() && segment.endMs() > m_partsFromMs)
        parts(*found);
    // A segment whose last picture lasted unexpectedly long must not exceed the target duration when it is rounded
    // (RFC 8216, 4.3.3.1).
    const qint64 mostMs = m_live.targetDuration.count() * 1000 + 499;
    m_text +=
        "#EXTINF:" + seconds(std::min(segment.durationMs, mostMs)) + ",\n" + uri(segment.toString(), m_suffix) + '\n';
}

/// Lists the parts of the segment that is being recorded, and announces the next part.
void Writer::edge(qint64 last)
{
    PartName next{last + 1, 0, m_live.edition};
    const SegmentParts &newest = m_live.parts.constLast();
    if (newest.isOpen && newest.sequence == next.sequence) {
        begin(newest.init, newest.startMs);
        parts(newest);
        next.index = int(newest.parts.size());
    }
    m_text += "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"" + uri(next.toString(), m_suffix) + "\"\n";
}

QByteArray Writer::text(const QList<SegmentName> &listed)
{
    head(listed.constFirst());
    m_partsFromMs = listed.constLast().endMs() - listedTargets * m_live.targetDuration.count() * 1000;
    for (const SegmentName &name : listed)
        segment(name);
    if (!m_live.parts.isEmpty())
        edge(listed.constLast().sequence);
    return m_text;
}
}

QByteArray livePlaylist(const SegmentRing::Live &live, std::chrono::milliseconds window, const QByteArray &suffix)
{
    if (live.segments.isEmpty())
        return {};
    return Writer(live, suffix).text(live.segments.sliced(firstListed(live.segments, window)));
}
