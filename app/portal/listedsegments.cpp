// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/listedsegments.h"

#include "models/core/times.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

QList<ListedSegment> ListedSegments::parse(const QByteArray &playlist, const QString &folder)
{
    QList<ListedSegment> segments;
    ListedSegment next;
    bool missing = false;
    qint64 durationMs = 0;
    for (const QByteArray &raw : playlist.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith("#EXT-X-MAP:")) {
            const qsizetype start = line.indexOf("URI=\"") + 5;
            next.init = folder + QString::fromUtf8(line.mid(start, line.indexOf('"', start) - start));
        } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
            const auto time = Times::parse(QString::fromLatin1(line.mid(line.indexOf(':') + 1)));
            next.startMs = time ? time->toMSecsSinceEpoch() : 0;
        } else if (line.startsWith("#EXTINF:")) {
            const QByteArray seconds = line.mid(8).split(',').constFirst();
            durationMs = std::llround(seconds.toDouble() * 1000);
        } else if (line == "#EXT-X-GAP") {
            missing = true;
        } else if (!line.isEmpty() && !line.startsWith('#')) {
            next.media = folder + QString::fromUtf8(line);
            next.endMs = next.startMs + durationMs;
            if (!missing && next.startMs > 0 && !next.init.isEmpty())
                segments.append(next);
            missing = false;
        }
    }
    return segments;
}

void ListedSegments::append(const QList<ListedSegment> &more)
{
    for (const ListedSegment &segment : more) {
        if (segment.endMs > endMs())
            m_segments.append(segment);
    }
}

qsizetype ListedSegments::removeBefore(qint64 ms)
{
    const qsizetype count = indexAfter(ms);
    m_segments.remove(0, count);
    return count;
}

qsizetype ListedSegments::indexAfter(qint64 ms) const
{
    const auto found = std::ranges::upper_bound(m_segments, ms, {}, &ListedSegment::endMs);
    return found - m_segments.begin();
}

qsizetype ListedSegments::indexAt(qint64 ms) const
{
    const qsizetype index = indexAfter(ms);
    return index < size() && at(index).startMs - ms <= shortestGapMs ? index : -1;
}
