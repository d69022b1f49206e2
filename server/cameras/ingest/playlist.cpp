// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include "models/core/utc.h"

#include <QDateTime>

#include <algorithm>

namespace {
/// A player needs at least three segments (RFC 8216, 6.3.3).
constexpr qsizetype minListed = 3;

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
}

QByteArray livePlaylist(const SegmentRing::Live &live, std::chrono::milliseconds window, const QByteArray &suffix)
{
    if (live.segments.isEmpty())
        return {};
    const auto listed = live.segments.sliced(firstListed(live.segments, window));
    QByteArray text = "#EXTM3U\n#EXT-X-VERSION:7\n";
    text += "#EXT-X-TARGETDURATION:" + QByteArray::number(qint64(live.targetDuration.count())) + '\n';
    text += "#EXT-X-MEDIA-SEQUENCE:" + QByteArray::number(listed.first().sequence) + '\n';
    // Each connection and each format has its own initialization section with a consecutive number.
    text += "#EXT-X-DISCONTINUITY-SEQUENCE:" + QByteArray::number(listed.first().init) + '\n';
    qint64 init = -1;
    for (const SegmentName &segment : listed) {
        if (segment.init != init) {
            if (init >= 0)
                text += "#EXT-X-DISCONTINUITY\n";
            init = segment.init;
            text += "#EXT-X-MAP:URI=\"" + uri(initName(init), suffix) + "\"\n";
        }
        const auto start = QDateTime::fromMSecsSinceEpoch(segment.startMs, Times::utc);
        text += "#EXT-X-PROGRAM-DATE-TIME:" + start.toString(Qt::ISODateWithMs).toLatin1() + '\n';
        // A segment whose last picture lasted unexpectedly long must not exceed the target duration (RFC
        // 8216, 4.3.3.1).
        const qint64 durationMs = std::min<qint64>(segment.durationMs, live.targetDuration.count() * 1000);
        text += "#EXTINF:" + seconds(durationMs) + ",\n" + uri(segment.toString(), suffix) + '\n';
    }
    return text;
}
