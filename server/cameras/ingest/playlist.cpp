// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/playlist.h"

#include "models/core/utc.h"

#include <QDateTime>

#include <algorithm>

namespace {
/// A player needs at least three segments (RFC 8216, 6.3.3).
constexpr qsizetype minListed = 3;

qsizetype firstListed(const QList<SegmentName> &segments, std::chrono::milliseconds window)
{
    qint64 listedMs = 0;
    qsizetype first = segments.size();
    const auto follows = [&](qsizetype at) { return segments[at].sequence == segments[at - 1].sequence + 1; };
    while (first > 0 && (listedMs < window.count() || segments.size() - first < minListed)
           && (first == segments.size() || follows(first))) // the numbers of a playlist have no gaps
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

QByteArray livePlaylist(const QList<SegmentName> &segments, std::chrono::milliseconds window, const QByteArray &suffix)
{
    if (segments.isEmpty())
        return {};
    const auto listed = segments.sliced(firstListed(segments, window));
    // The maximum of all segments, so that the target duration does not change when a segment leaves the window.
    const qint64 longestMs = std::ranges::max(segments, {}, &SegmentName::durationMs).durationMs;

    QByteArray text = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    text += "#EXT-X-TARGETDURATION:" + QByteArray::number(std::max<qint64>(2, (longestMs + 999) / 1000)) + '\n';
    text += "#EXT-X-MEDIA-SEQUENCE:" + QByteArray::number(listed.first().sequence) + '\n';
    // Each connection has its own initialization section with a consecutive number.
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
        text += "#EXTINF:" + seconds(segment.durationMs) + ",\n" + uri(segment.toString(), suffix) + '\n';
    }
    return text;
}
