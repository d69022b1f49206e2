// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/playbackservice.h"

#include "models/core/times.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/playback/contactsheet.h"
#include "server/cameras/playback/recordedclip.h"
#include "server/cameras/playback/recordedframe.h"
#include "server/cameras/playback/recordedplaylist.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/filereply.h"
#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QString sectionName = QLatin1StringView(RecordedSegment::initName);
constexpr auto mayChange = "private, no-cache"; // what is recorded now has more a second later
/// What was recorded until then does not change any more: the index has it, and clocks agree.
constexpr std::chrono::seconds settledAfter{60};
constexpr auto immutable = "private, max-age=3600, immutable";

Problem notRecorded()
{
    return Problem(404, u"not_recorded"_s, u"Nothing was recorded at this time. The timeline shows what was."_s);
}

/// Returns the path by which another server asks for a resource of a device's recordings.
QByteArray target(DeviceId device, const QByteArray &rest)
{
    return "/internal/recordings/" + device.toString().toLatin1() + '/' + rest;
}

QByteArray queryOf(const WatchedSpan &span)
{
    return "?from=" + Times::toText(span.from) + "&to=" + Times::toText(span.to);
}

/// Returns a name for a downloaded clip: its start, without characters that file systems refuse.
QByteArray fileName(qint64 startMs)
{
    return Times::toText(Times::fromMilliseconds(startMs)).replace(":", "").replace("-", "").left(15) + "Z.mp4";
}

/// Returns a name of the fragments of these parts.
QString sourceOf(const QList<RecordedPart> &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const RecordedPart &part : parts) {
        hash.addData(part.file.recordingId.toString().toLatin1());
        for (const Fragment &fragment : part.fragments)
            hash.addData(QByteArray::number(fragment.offset) + '+' + QByteArray::number(fragment.bytes) + ' ');
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

/// Returns whether a segment consists of fragments of a file that the playlist of the span lists. Fragments that were
/// deleted are not among them.
bool isWithin(const RecordedSegment &segment, const Fragments &fragments, const WatchedSpan &span)
{
    const auto bytesTo = [&](const Fragment &fragment) { return fragment.endOffset() - segment.offset; };
    const auto first = std::ranges::find(fragments, segment.offset, &Fragment::offset);
    const auto last = std::ranges::find(fragments, segment.bytes, bytesTo);
    const qsizetype listed = FragmentList::indexAt(fragments, span.from.toMSecsSinceEpoch());
    const auto isGap = [](const Fragment &one, const Fragment &next) { return one.endOffset() != next.offset; };
    return first != fragments.end() && last != fragments.end() && first <= last && first - fragments.begin() >= listed
        && last->startMs < span.to.toMSecsSinceEpoch() && std::adjacent_find(first, last + 1, isGap) == last + 1;
}
}

PlaybackService::PlaybackService(Database &database, DeviceService &devices, const Links &links, Peers &peers,
                                 QString folder, StoredMedia *stored, RunningClips &clips)
    : m_devices(devices)
    , m_links(links)
    , m_peers(peers)
    , m_servers(database)
    , m_recordings(database, peers.self().storageId, std::move(folder), stored)
    , m_spans(database)
    , m_clips(clips)
    , m_reading(stored ? Runs::OnNetworkPool : Runs::OnFilePool)
{
}

void PlaybackService::require(const Caller &caller, const Request &request, DeviceId device,
                              const WatchedSpan &span) const
{
    const bool byLink = caller.kind == Caller::Kind::Link;
    if (byLink && !m_links.allows(request, device, span, m_devices.linkEpoch(device)))
        throw Problem::forbidden(u"link_invalid"_s, u"The signed URL is invalid, has expired, or was revoked."_s);
    m_devices.watchable(caller, device);
}

void PlaybackService::requireListed(DeviceId device, RecordingId recording, const QString &name,
                                    const WatchedSpan &span)
{
    const RecordedFile file = fileOf(device, recording);
    const auto segment = RecordedSegment::parse(name);
    // The row of an open file lags behind, and nothing of it can be deleted.
    if (segment && !file.isOpen && !isWithin(*segment, file.list(), span))
        throw Problem::notFound();
}

void PlaybackService::endRemoved(DeviceId device)
{
    if (const auto time = m_clips.timeOf(device))
        m_clips.endWith(
            device,
            m_spans.removed(device, Times::fromMilliseconds(time->startMs), Times::fromMilliseconds(time->endMs)));
}

QList<RecordedPart> PlaybackService::recorded(DeviceId device, const WatchedSpan &span)
{
    const auto parts = m_recordings.parts(device, span.from, span.to);
    return parts.isEmpty() ? throw notRecorded() : parts;
}

RecordedFile PlaybackService::fileOf(DeviceId device, RecordingId recording)
{
    const auto file = m_recordings.file(device, recording);
    return file ? *file : throw Problem::notFound();
}

Reply PlaybackService::playlist(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span)
{
    require(caller, request, device, span);
    const auto parts = recorded(device, span);
    QSet<QString> unreachable;
    for (const RecordedPart &part : parts) {
        if (!m_recordings.isHere(part.file) && !m_servers.withStorage(part.file.storageId))
            unreachable += part.file.storageId;
    }
    // The URIs of a playlist that is read by a signed URL expire with that URL.
    const QByteArray suffix = caller.kind == Caller::Kind::Link
        ? request.query.query(QUrl::FullyEncoded).toLatin1()
        : m_links.query(device, span, m_devices.linkEpoch(device), caller.sessionId);
    Reply reply;
    reply.contentType = "application/vnd.apple.mpegurl";
    reply.body = recordedPlaylist(parts, span.from, suffix, unreachable);
    return reply;
}

Reply PlaybackService::segment(const Caller &caller, const Request &request, DeviceId device, RecordingId recording,
                               const QString &name, const WatchedSpan &span)
{
    require(caller, request, device, span);
    const RecordedFile file = fileOf(device, recording);
    const auto segment = RecordedSegment::parse(name);
    if (!segment && name != sectionName) // checked here, so that no other server is asked in vain
        throw Problem::notFound();
    const bool overlaps = file.startedAt < span.to && (file.isOpen || file.endedAt > span.from);
    if (!overlaps || (segment && !isWithin(*segment, m_recordings.fragmentsOf(file), span)))
        throw Problem::notFound();
    if (m_recordings.isHere(file))
        return segmentHere(request, device, recording, name);
    return m_peers.file(request, file.storageId,
                        target(device, recording.toString().toLatin1() + '/' + name.toLatin1()), "video/mp4");
}

Reply PlaybackService::segmentHere(const Request &request, DeviceId device, RecordingId recording, const QString &name)
{
    const RecordedFile file = fileOf(device, recording);
    const auto segment = RecordedSegment::parse(name);
    if (!segment && name != sectionName)
        throw Problem::notFound();
    const ByteSpan bytes = segment ? ByteSpan{segment->offset, segment->bytes} : ByteSpan{0, file.initBytes};
    return filePartReply(request, m_recordings.pathOf(file, {bytes}), bytes.offset, bytes.bytes, "video/mp4",
                         immutable);
}

Reply PlaybackService::clip(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span)
{
    require(caller, request, device, span);
    const RecordedFile first = recorded(device, span).constFirst().file;
    if (m_recordings.isHere(first))
        return clipHere(request, device, span);
    return m_peers.file(request, first.storageId, target(device, "clip.mp4" + queryOf(span)), "video/mp4");
}

Reply PlaybackService::clipHere(const Request &request, DeviceId device, const WatchedSpan &span)
{
    // First: what is deleted in between ends the clip. A clip may begin and end outside of its span.
    const qint64 around = std::chrono::milliseconds(RecordingStore::longestFile).count();
    const auto removed = m_spans.removed(device, span.from.addMSecs(-around), span.to.addMSecs(around));
    auto plan = ClipPlan::of(recorded(device, span), m_recordings);
    if (!plan)
        throw notRecorded();
    const QByteArray start = Times::toText(Times::fromMilliseconds(plan->startMs()));
    const QByteArray end = Times::toText(Times::fromMilliseconds(plan->endMs()));
    const QByteArray name = fileName(plan->startMs());
    const QByteArray first = plan->parts.constFirst().file.recordingId.toString().toLatin1();
    auto ending = m_clips.add(device, {plan->startMs(), plan->endMs()}, removed);
    auto clip = std::make_shared<RecordedClip>(std::move(*plan), std::move(ending));
    const qint64 bytes = clip->size();
    const QByteArray tag = entityTag(first + start + end + QByteArray::number(bytes));
    Reply reply = deviceReply(request, std::move(clip), 0, bytes, tag, "video/mp4", mayChange);
    reply.headers.append("Clip-Start", start);
    reply.headers.append("Clip-End", end);
    reply.headers.append("Content-Disposition", "attachment; filename=\"" + name + '"');
    return reply;
}

Reply PlaybackService::frame(const Caller &caller, const Request &request, DeviceId device, const QDateTime &at,
                             const WatchedSpan &span)
{
    require(caller, request, device, span);
    const RecordedFile file = recorded(device, {at, at.addMSecs(1)}).constFirst().file;
    if (m_recordings.isHere(file))
        return frameHere(device, at);
    return m_peers.file(request, file.storageId, target(device, "frame.jpg?at=" + Times::toText(at)), "image/jpeg");
}

Reply PlaybackService::frameHere(DeviceId device, const QDateTime &at)
{
    const RecordedPart part = recorded(device, {at, at.addMSecs(1)}).constFirst();
    const auto picture = recordedFrame(part, m_recordings.pathOf(part), at);
    if (!picture)
        throw notRecorded();
    Reply reply;
    reply.contentType = "image/jpeg";
    reply.body = picture->preview.jpeg;
    reply.headers.append("X-Timestamp", Times::toText(picture->preview.time));
    reply.headers.append("Cache-Control", picture->isExact ? immutable : "no-store");
    return reply;
}

Reply PlaybackService::sheet(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span,
                             const SheetFolder::Sheet &sheet)
{
    require(caller, request, device, span);
    const RecordedFile first = recorded(device, span).constFirst().file;
    if (m_recordings.isHere(first))
        return sheetHere(device, span, sheet);
    const QByteArray layout = "&columns=" + QByteArray::number(sheet.columns)
        + "&rows=" + QByteArray::number(sheet.rows) + "&width=" + QByteArray::number(sheet.width);
    return m_peers.file(request, first.storageId, target(device, "contact-sheet.jpg" + queryOf(span) + layout),
                        "image/jpeg");
}

Reply PlaybackService::sheetHere(DeviceId device, const WatchedSpan &span, SheetFolder::Sheet sheet)
{
    const auto parts = recorded(device, span);
    const auto here = std::ranges::find_if(parts, [&](const auto &part) { return m_recordings.isHere(part.file); });
    if (here == parts.end())
        throw notRecorded();
    const SheetFolder kept(m_recordings.folderOf(here->file));
    sheet.source = sourceOf(parts);
    // A sheet of a recording in the media store is not kept: another server may delete the recording.
    const bool isSettled = span.to.addSecs(settledAfter.count()) < Times::now()
        && std::ranges::none_of(parts, [&](const auto &part) { return m_recordings.isStored(part.file); });
    QByteArray jpeg = isSettled ? kept.read(sheet) : QByteArray();
    if (jpeg.isEmpty()) {
        jpeg = contactSheet(sheet, parts, m_recordings);
        if (jpeg.isEmpty())
            throw notRecorded();
        if (isSettled) {
            kept.write(sheet, jpeg);
            // What was deleted before the sheet was there has been erased without it.
            if (sourceOf(m_recordings.parts(device, span.from, span.to)) != sheet.source)
                kept.remove(sheet);
        }
    }
    Reply reply;
    reply.contentType = "image/jpeg";
    reply.headers.append("Cache-Control", isSettled ? immutable : mayChange);
    reply.headers.append("ETag", entityTag(jpeg));
    reply.body = std::move(jpeg);
    return reply;
}
