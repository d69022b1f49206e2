// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/cameras/playback/playbackservice.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Streams";
constexpr int mostColumns = 20;
constexpr int mostRows = 10;
constexpr int leastWidth = 40; // pixels
constexpr int mostWidth = 320;
constexpr std::chrono::hours longestClip{6}; // an entry in memory for each fragment

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }

WatchedSpan anySpan(const Call &call) { return WatchedSpan::of(call); }
WatchedSpan clipSpan(const Call &call) { return WatchedSpan::of(call, longestClip); }

QDateTime momentOf(const Call &call)
{
    const QDateTime at = QueryValues::time(call, u"at"_s);
    return at.isValid() ? at : throw Problem::invalid(u"?at"_s, u"required"_s, u"This parameter is required."_s);
}

/// Returns the span around a moment: the one in the query, which a signed URL states, or the moment alone.
WatchedSpan spanAround(const Call &call)
{
    const QDateTime at = momentOf(call);
    if (call.query(u"from"_s).isEmpty() && call.query(u"to"_s).isEmpty())
        return {at, at.addMSecs(1)};
    const WatchedSpan span = WatchedSpan::of(call);
    if (at < span.from || at >= span.to)
        throw Problem::invalid(u"?at"_s, u"not_allowed"_s, u"Must lie between from and to."_s);
    return span;
}

int numberIn(const Call &call, const QString &name, int otherwise, int least, int most)
{
    const QString text = call.query(name);
    bool ok = true;
    const int number = text.isEmpty() ? otherwise : text.toInt(&ok);
    if (!ok)
        throw Problem::invalid(u'?' + name, u"malformed"_s, u"This must be a whole number."_s);
    if (number < least || number > most)
        throw Problem::invalid(u'?' + name, number < least ? u"too_small"_s : u"too_large"_s,
                               u"This must be from %1 to %2."_s.arg(least).arg(most));
    return number;
}

/// Returns the contact sheet that the query asks for.
SheetFolder::Sheet sheetOf(const Call &call)
{
    const WatchedSpan span = WatchedSpan::of(call);
    return {.fromMs = span.from.toMSecsSinceEpoch(),
            .toMs = span.to.toMSecsSinceEpoch(),
            .columns = numberIn(call, u"columns"_s, 10, 1, mostColumns),
            .rows = numberIn(call, u"rows"_s, 1, 1, mostRows),
            .width = numberIn(call, u"width"_s, 160, leastWidth, mostWidth)};
}

/// `span` finds the span that the caller must be allowed to watch, as long as the reply is being sent.
Route recording(PlaybackService &playback, const QString &below, const QString &summary, const QString &mediaType,
                WatchedSpan (*span)(const Call &), std::function<Reply(const Call &)> handle)
{
    return {
        .method = Method::Get,
        .path = u"/streams/:device_id"_s + below,
        .caller = Callers::user(Scope::Streams).orLink(),
        .tag = tag,
        .summary = summary,
        .query = spanParameters(),
        .replyTypes = {mediaType},
        .runs = playback.reading(),
        .handle = std::move(handle),
        .stands = [&playback,
                   span](const Call &call) { playback.require(call.caller, call.request, deviceOf(call), span(call)); },
    };
}
}

RouteTable playbackRoutes(PlaybackService &playback)
{
    // Large pictures are decoded while live streams are played. A file of the media store may have to be fetched first.
    const Runs decoding = playback.reading() == Runs::OnFilePool ? Runs::OnVisionPool : playback.reading();
    Route frame = recording(playback, u"/frame.jpg"_s, u"Get the recorded picture of a moment, with its own time"_s,
                            u"image/jpeg"_s, &spanAround, [&playback](const Call &call) {
                                return playback.frame(call.caller, call.request, deviceOf(call), momentOf(call),
                                                      spanAround(call));
                            });
    frame.runs = decoding;
    frame.replyHeaders = {{u"X-Timestamp"_s, u"The time of the picture"_s}};
    frame.query.prepend(Parameters::time(u"at"_s, u"The moment; within the span if the URL is signed"_s));
    Route sheet = recording(
        playback, u"/contact-sheet.jpg"_s,
        u"Get pictures of a recorded span at even times as one image, row by row: the last key frame before the middle "
        "of each time, and black where nothing was recorded. The signature of playback.m3u8 holds for it as well"_s,
        u"image/jpeg"_s, &anySpan, [&playback](const Call &call) {
            return playback.sheet(call.caller, call.request, deviceOf(call), anySpan(call), sheetOf(call));
        });
    sheet.runs = decoding;
    sheet.query +=
        {Parameters::integer(u"columns"_s, u"Pictures in a row; 10 by default"_s, 1, mostColumns),
         Parameters::integer(u"rows"_s, u"Rows; 1 by default"_s, 1, mostRows),
         Parameters::integer(u"width"_s, u"Width of a picture in pixels; 160 by default"_s, leastWidth, mostWidth)};
    Route segment =
        recording(playback, u"/recordings/:recording_id/:name"_s,
                  u"Get a segment or an initialization section that a recorded playlist lists"_s, u"video/mp4"_s,
                  &anySpan, [&playback](const Call &call) {
                      return playback.segment(call.caller, call.request, deviceOf(call),
                                              call.id<RecordingId>(u"recording_id"), call.arg(u"name"), anySpan(call));
                  });
    segment.otherStatuses = {206, 416};
    segment.stands = [&playback, allows = segment.stands](const Call &call) {
        allows(call);
        playback.requireListed(deviceOf(call), call.id<RecordingId>(u"recording_id"), call.arg(u"name"), anySpan(call));
    };
    Route clip = recording(
        playback, u"/clip.mp4"_s,
        u"Get a recorded span as one file, cut at key frames. Clip-Start and Clip-End state what it contains: "
        "it ends early where the format changes. Gaps are left out. The span has at most 6 hours"_s,
        u"video/mp4"_s, &clipSpan, [&playback](const Call &call) {
            return playback.clip(call.caller, call.request, deviceOf(call), clipSpan(call));
        });
    clip.otherStatuses = {206, 416};
    clip.stands = [&playback, allows = clip.stands](const Call &call) {
        allows(call);
        playback.endRemoved(deviceOf(call));
    };
    clip.replyHeaders = {{u"Clip-Start"_s, u"The time of the first picture"_s},
                         {u"Clip-End"_s, u"The time at which the last picture ends"_s}};
    return {
        recording(playback, u"/playback.m3u8"_s,
                  u"Play a recorded span as HTTP Live Streaming in fMP4, from the key frame before its start; gaps are "
                  "discontinuities, and each segment states its time"_s,
                  u"application/vnd.apple.mpegurl"_s, &anySpan,
                  [&playback](const Call &call) {
                      return playback.playlist(call.caller, call.request, deviceOf(call), WatchedSpan::of(call));
                  }),
        segment,
        clip,
        frame,
        sheet,
    };
}

RouteTable playbackPeerRoutes(const Peers &peers, PlaybackService &playback)
{
    const QString recordings = u"/recordings/:device_id"_s;
    Route clip = peerRoute(peers, recordings + u"/clip.mp4"_s, Runs::OnFilePool, [&playback](const Call &call) {
        return playback.clipHere(call.request, deviceOf(call), WatchedSpan::of(call));
    });
    clip.stands = [&playback](const Call &call) { playback.endRemoved(deviceOf(call)); };
    return {
        clip,
        peerRoute(peers, recordings + u"/:recording_id/:name"_s, Runs::OnFilePool,
                  [&playback](const Call &call) {
                      return playback.segmentHere(call.request, deviceOf(call), call.id<RecordingId>(u"recording_id"),
                                                  call.arg(u"name"));
                  }),
        peerRoute(peers, recordings + u"/frame.jpg"_s, Runs::OnVisionPool,
                  [&playback](const Call &call) { return playback.frameHere(deviceOf(call), momentOf(call)); }),
        peerRoute(peers, recordings + u"/contact-sheet.jpg"_s, Runs::OnVisionPool,
                  [&playback](const Call &call) {
                      return playback.sheetHere(deviceOf(call), WatchedSpan::of(call), sheetOf(call));
                  }),
    };
}
