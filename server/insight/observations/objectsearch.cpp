// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/objectsearch.h"

#include "models/core/times.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/streams/spanlinks.h"
#include "server/cameras/streams/streamservice.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto eventStream = "text/event-stream";
constexpr qint64 aroundPicture = 1000; // milliseconds after the moment that a thumbnail's signature covers

DeviceId deviceOf(const Call &call) { return call.id<DeviceId>(u"device_id"); }

SeenObjectQuery queryOf(const Call &call)
{
    const auto [from, to] = QueryValues::range(call);
    SeenObjectQuery query;
    query.device = QueryValues::id<DeviceId>(call, u"device_id"_s);
    query.zone = QueryValues::id<ZoneId>(call, u"zone_id"_s);
    query.label = QueryValues::text(call, u"label"_s);
    query.from = from;
    query.to = to;
    return query;
}

Reply found(ObjectSearch &search, const Call &call)
{
    const auto page = PageRequest::from(call);
    const auto found = search.find(call.caller, queryOf(call), page);
    return pageOf<SeenObject>(
        call, page, found.objects,
        [](const SeenObject &object) {
            return QJsonArray{object.startedAt.toMSecsSinceEpoch(), object.trackId};
        },
        found.total);
}

Reply feed(LiveObservations &live, DeviceId device, bool withMarks)
{
    return Reply::streamed(std::make_shared<LiveFeed>(live, device, withMarks), eventStream);
}
}

ObjectSearch::Found ObjectSearch::find(const Caller &caller, SeenObjectQuery query, const PageRequest &page)
{
    if (query.device.isNull())
        query.account = caller.accountId;
    else
        m_devices.watchable(caller, query.device);
    Found found{m_store.find(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
    addThumbnails(caller, found.objects);
    return found;
}

void ObjectSearch::addThumbnails(const Caller &caller, QList<SeenObject> &objects)
{
    if (!caller.scopes.testFlag(Scope::Streams))
        return;
    const QSet<QString> recorded = m_store.recorded(objects);
    QHash<DeviceId, qint64> epochs;
    for (SeenObject &object : objects) {
        if (!recorded.contains(object.trackId))
            continue;
        if (!epochs.contains(object.deviceId))
            epochs.insert(object.deviceId, m_devices.linkEpoch(object.deviceId));
        const WatchedSpan span{object.bestAt, object.bestAt.addMSecs(aroundPicture)};
        const QByteArray query =
            SpanLinks(m_links).query(object.deviceId, span, epochs[object.deviceId], caller.sessionId);
        object.thumbnail = u"/v1/streams/%1/frame.jpg?%2&at=%3"_s.arg(
            object.deviceId.toString(), QString::fromLatin1(query), QString::fromLatin1(Times::toText(object.bestAt)));
    }
}

RouteTable objectSearchRoutes(ObjectSearch &search)
{
    return {{
        .method = Method::Get,
        .path = u"/search/objects"_s,
        .caller = Callers::user(Scope::DataRead),
        .tag = u"Search",
        .summary = u"Find the objects that moved in front of cameras, the latest first, with a thumbnail each"_s,
        .query = {{u"label"_s, u"Only objects with this label, such as person"_s},
                  Parameters::time(u"from"_s, u"Only objects that were first seen at or after this time"_s),
                  Parameters::time(u"to"_s, u"Only objects that were first seen before this time"_s),
                  {u"device_id"_s, u"Only objects of this device, which may be shared with the user"_s},
                  {u"zone_id"_s, u"Only objects that entered this zone"_s}},
        .reply = &SeenObject::staticMetaObject,
        .list = true,
        .handle = [&search](const Call &call) { return found(search, call); },
    }};
}

RouteTable liveObservationRoutes(LiveObservations &live, StreamService &streams)
{
    return {{
        .method = Method::Get,
        .path = u"/streams/:device_id/meta"_s,
        .caller = Callers::user(Scope::Streams).orLink(),
        .tag = u"Streams",
        .summary =
            u"Follow what the analysis sees: boxes, motion, and marks as server-sent events, each with the time of "
            "the video that it belongs to. Marks require the scope `marks:read`"_s,
        .replyTypes = {QString::fromLatin1(eventStream)},
        .handle =
            [&live, &streams](const Call &call) {
                streams.require(call.caller, call.request, deviceOf(call));
                const bool withMarks = call.caller.scopes.testFlag(Scope::MarksRead);
                const auto relayed = streams.fromReader(call.request, deviceOf(call),
                                                        withMarks ? "meta?marks=true" : "meta?marks=false", {});
                return relayed ? *relayed : feed(live, deviceOf(call), withMarks);
            },
        .stands = [&streams](const Call &call) { streams.require(call.caller, call.request, deviceOf(call)); },
    }};
}

RouteTable liveObservationPeerRoutes(const Peers &peers, LiveObservations &live)
{
    return {peerRoute(peers, u"/cameras/:device_id/meta"_s, Runs::OnWorker, [&live](const Call &call) {
        return feed(live, deviceOf(call), call.query(u"marks"_s) == u"true");
    })};
}
