// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/cameras/playback/storageservice.h"
#include "server/cameras/playback/timelineservice.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Archive";
constexpr int longestStep = 24 * 3600; // seconds

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }

TimelineService::Wanted wantedOf(const Call &call)
{
    const auto [from, to] = QueryValues::range(call);
    for (const auto &[time, name] : {std::pair(from, u"?from"_s), std::pair(to, u"?to"_s)}) {
        if (!time.isValid())
            throw Problem::invalid(name, u"required"_s, u"This parameter is required."_s);
    }
    return {from, to, call.queryInt(u"resolution"_s, 1, longestStep).value_or(0)};
}
}

RouteTable timelineRoutes(TimelineService &timelines, TimelineMarks &marks)
{
    return {{
        .method = Method::Get,
        .path = u"/devices/:device_id/timeline"_s,
        .caller = Callers::user(Scope::DataRead),
        .tag = tag,
        .summary = u"Get what was recorded of a device, gaps with their cause, motion, and marks if the token may read "
                   "marks"_s,
        .query = {Parameters::time(u"from"_s, u"Start of the timeline"_s),
                  Parameters::time(u"to"_s, u"End of the timeline, at most 366 days later"_s),
                  {.name = u"resolution"_s,
                   .summary =
                       u"Length of a step in seconds; default: a thousandth of the timeline. The timeline has at "
                       "most 10000 steps"_s,
                   .type = u"integer"_s,
                   .min = 1,
                   .max = longestStep}},
        .reply = &Timeline::staticMetaObject,
        .runs = Runs::OnFilePool, // an open file is read to its end
        .handle =
            [&timelines, &marks](const Call &call) {
                return replyWith(timelines.timeline(call.caller, deviceOf(call), wantedOf(call), marks));
            },
    }};
}

RouteTable storageRoutes(StorageService &storage)
{
    return {{
        .method = Method::Get,
        .path = u"/devices/:device_id/storage"_s,
        .caller = Callers::user(Scope::DataRead),
        .tag = tag,
        .summary = u"Get the storage that a device's data uses"_s,
        .reply = &DeviceStorage::staticMetaObject,
        .runs = Runs::OnFilePool, // adds up all that the account has
        .handle = [&storage](const Call &call) { return replyWith(storage.storage(call.caller, deviceOf(call))); },
    }};
}
