// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/recordedplaylist.h"

#include "models/core/times.h"

#include <algorithm>

namespace {
constexpr qint64 segmentMs = 6000;

std::optional<qint64> number(QStringView text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

QByteArray seconds(qint64 ms) { return QByteArray::number(double(ms) / 1000, 'f', 3); }

QByteArray uri(const RecordedFile &file, const QByteArray &name, const QByteArray &suffix)
{
    return "recordings/" + file.recordingId.toString().toLatin1() + '/' + name + '?' + suffix;
}
}

std::optional<RecordedSegment> RecordedSegment::parse(const QString &name)
{
    const qsizetype dash = name.indexOf(u'-');
    if (dash < 0 || !name.endsWith(QLatin1StringView(".m4s")))
        return std::nullopt;
    const auto offset = number(QStringView(name).first(dash));
    const auto bytes = number(QStringView(name).sliced(dash + 1).chopped(4));
    if (!offset || !bytes)
        return std::nullopt;
    RecordedSegment segment;
    segment.offset = *offset;
    segment.bytes = *bytes;
    return segment.name() == name.toLatin1() ? std::optional(segment) : std::nullopt;
}

QList<RecordedSegment> segmentsOf(const RecordedPart &part)
{
    QList<RecordedSegment> segments;
    for (const Fragment &fragment : part.fragments) {
        const bool begins = segments.isEmpty() || (!fragment.continues && segments.constLast().durationMs >= segmentMs);
        if (begins)
            segments += {fragment.startMs, 0, fragment.offset, 0};
        RecordedSegment &segment = segments.last();
        segment.durationMs = fragment.endMs() - segment.startMs;
        segment.bytes = fragment.endOffset() - segment.offset;
    }
    return segments;
}

QByteArray recordedPlaylist(const QList<RecordedPart> &parts, const QDateTime &from, const QByteArray &suffix,
                            const QSet<QString> &unreachable)
{
    QByteArray body;
    qint64 longestMs = 1000;
    const RecordedPart *before = nullptr;
    for (const RecordedPart &part : parts) {
        if (before && !part.continues(*before))
            body += "#EXT-X-DISCONTINUITY\n";
        if (!before || part.file.recordingId != before->file.recordingId)
            body += "#EXT-X-MAP:URI=\"" + uri(part.file, RecordedSegment::initName, suffix) + "\"\n";
        const bool missing = unreachable.contains(part.file.storageId);
        for (const RecordedSegment &segment : segmentsOf(part)) {
            longestMs = std::max(longestMs, segment.durationMs);
            body += "#EXT-X-PROGRAM-DATE-TIME:";
            Times::append(body, segment.startMs);
            body += missing ? "\n#EXT-X-GAP" : "";
            body += "\n#EXTINF:" + seconds(segment.durationMs) + ",\n" + uri(part.file, segment.name(), suffix) + '\n';
        }
        before = &part;
    }
    QByteArray head = "#EXTM3U\n#EXT-X-VERSION:8\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    head += "#EXT-X-TARGETDURATION:" + QByteArray::number((longestMs + 999) / 1000) + '\n';
    const qint64 lead = from.toMSecsSinceEpoch() - parts.constFirst().startMs();
    if (lead > 0)
        head += "#EXT-X-START:TIME-OFFSET=" + seconds(lead) + ",PRECISE=YES\n";
    return head + body + "#EXT-X-ENDLIST\n";
}
