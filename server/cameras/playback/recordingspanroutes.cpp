// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/cameras/playback/recordingspans.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Archive";
const QString ofDevice = u"/devices/:device_id/recordings"_s;

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }

QList<QueryParameter> spanOfAtMost(const QString &length)
{
    return {Parameters::time(u"from"_s, u"Start of the span, which has at most %1"_s.arg(length)),
            Parameters::time(u"to"_s, u"End of the span, exclusive"_s)};
}

WatchedSpan holdSpan(const Call &call) { return WatchedSpan::of(call, RecordingSpans::longestHold); }

RouteTable holdingRoutes(RecordingSpans &spans)
{
    return {
        {
            .method = Method::Get,
            .path = ofDevice + u"/holds"_s,
            .caller = Callers::user(Scope::DataRead),
            .tag = tag,
            .summary = u"List the held spans of a device's recording"_s,
            .query = spanOfAtMost(u"31 days"_s),
            .reply = &RecordingHold::staticMetaObject,
            .list = true,
            .handle =
                [&spans](const Call &call) {
                    return pageOf(call, spans.holds(call.caller, deviceOf(call), holdSpan(call)),
                                  &RecordingHold::startedAt);
                },
        },
        {
            .method = Method::Put,
            .path = ofDevice + u"/hold"_s,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = u"Hold a span of a device's recording: exempt it from all limits of age and storage, and refuse "
                       "its deletion with 409"_s,
            .query = spanOfAtMost(u"31 days"_s),
            .body = &DataHold::staticMetaObject,
            .reply = &RecordingHold::staticMetaObject,
            .handle =
                [&spans](const Call &call) {
                    return replyWith(spans.hold(call.caller, deviceOf(call), holdSpan(call), call.body<DataHold>()));
                },
        },
        {
            .method = Method::Delete,
            .path = ofDevice + u"/hold"_s,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = u"End the holds in a span of a device's recording"_s,
            .query = spanOfAtMost(u"31 days"_s),
            .status = 204,
            .handle =
                [&spans](const Call &call) {
                    spans.release(call.caller, deviceOf(call), holdSpan(call));
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable recordingSpanRoutes(RecordingSpans &spans)
{
    return holdingRoutes(spans)
        + RouteTable{{
            .method = Method::Delete,
            .path = ofDevice,
            .caller = Callers::user(Scope::Data),
            .tag = tag,
            .summary = u"Permanently delete a span of a device's recording, from a key frame on, unless it is held"_s,
            .query = spanOfAtMost(u"7 days"_s),
            .reply = &RecordingRemoval::staticMetaObject,
            .otherStatuses = {409}, // held
            .runs = Runs::OnFilePool, // reads and writes the fragments of many files
            .handle =
                [&spans](const Call &call) {
                    return replyWith(spans.remove(call.caller, deviceOf(call),
                                                  WatchedSpan::of(call, RecordingSpans::longestRemoval)));
                },
        }};
}
