// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/streamservice.h"

#include "server/cameras/devices/deviceservice.h"
#include "server/cameras/ingest/liveparts.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/segmentname.h"
#include "server/cameras/streams/livemedia.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/links.h"
#include "server/core/http/problem.h"
#include "server/identity/access/visibility.h"

using namespace Qt::StringLiterals;

namespace {
QByteArray scopeOf(DeviceId device) { return "/v1/streams/" + device.toString().toLatin1(); }

/// Returns the name of a client that has a limit of its own for requests that wait.
QByteArray clientOf(const Caller &caller, const Request &request)
{
    const SessionId session = caller.kind == Caller::Kind::Link ? Links::sessionOf(request) : caller.sessionId;
    return session.toString().toLatin1() + '/' + request.peer.toString().toLatin1();
}

/// Returns the query by which another server is asked to let a request wait.
QByteArray waitQuery(const PlaylistReload &reload)
{
    if (!reload.point)
        return {};
    const QByteArray part = reload.point->part ? "&_HLS_part=" + QByteArray::number(*reload.point->part) : QByteArray();
    return "&_HLS_msn=" + QByteArray::number(reload.point->sequence) + part
        + "&client=" + reload.client.toPercentEncoding();
}
}

StreamService::StreamService(Database &database, DeviceService &devices, MediaHub &media, const Links &links,
                             Peers &peers)
    : m_devices(devices)
    , m_media(media)
    , m_links(links)
    , m_peers(peers)
    , m_leases(database, peers.self().serverId)
{
}

Device StreamService::require(const Caller &caller, const Request &request, DeviceId device) const
{
    const bool byLink = caller.kind == Caller::Kind::Link;
    if (byLink && !m_links.allows(request, scopeOf(device), m_devices.linkEpoch(device)))
        throw Problem::forbidden(u"link_invalid"_s, u"The signed URL is invalid, has expired, or was revoked."_s);
    return m_devices.watchable(caller, device);
}

QByteArray StreamService::signatureIn(const Request &request)
{
    QByteArrayList pairs;
    for (const QString &name : Links::parameters()) {
        if (request.query.hasQueryItem(name))
            pairs += name.toLatin1() + '=' + request.query.queryItemValue(name).toLatin1();
    }
    return pairs.join('&');
}

void StreamService::revoke(const Caller &caller, DeviceId device) { m_devices.revokeLinks(caller, device); }

QByteArray StreamService::signature(const Caller &watcher, DeviceId device) const
{
    return m_links.sign(scopeOf(device), signatureExpiry(), m_devices.linkEpoch(device), watcher.sessionId);
}

StreamAddresses StreamService::addresses(const Caller &caller, DeviceId id,
                                         const std::optional<WatchedSpan> &recorded) const
{
    const Device device = m_devices.watchable(caller, id);
    StreamAddresses streams{signedStreams(caller, device),
                            QString::fromLatin1(scopeOf(id) + "/meta?" + signature(caller, id))};
    if (recorded) {
        const QByteArray query = SpanLinks(m_links).query(id, *recorded, m_devices.linkEpoch(id), caller.sessionId);
        const auto address = [&](const QString &name) {
            return QString::fromLatin1(scopeOf(id)) + u'/' + name + u'?' + QString::fromLatin1(query);
        };
        streams.playback = address(u"playback.m3u8"_s);
        streams.clip = address(u"clip.mp4"_s);
        streams.frame = address(u"frame.jpg"_s);
    }
    return streams;
}

QList<Device> StreamService::ofGroup(const Caller &caller, DeviceGroupId group) const
{
    QList<Device> devices = m_devices.inGroup(caller, group);
    for (Device &device : devices) {
        const bool watchable = Visibility::isOwn(caller, device.accountId) || !device.sharedBy.isEmpty();
        if (caller.scopes.testFlag(Scope::Streams) && watchable)
            device.streams = signedStreams(caller, device);
    }
    return devices;
}

DeviceStreams StreamService::signedStreams(const Caller &watcher, const Device &device) const
{
    DeviceStreams streams = device.streams;
    const QString query = u'?' + QString::fromLatin1(signature(watcher, device.deviceId));
    if (!streams.hls.isEmpty())
        streams.hls += query;
    streams.mjpeg += query;
    streams.snapshot += query;
    return streams;
}

std::optional<QUrl> StreamService::readerElsewhere(DeviceId device)
{
    const auto reader = m_media.isOpen(device) ? std::nullopt : m_leases.otherReader(device);
    if (reader && reader->isEmpty())
        throw Relay::unreachable();
    return reader;
}

std::optional<Reply> StreamService::fromReader(const Request &request, DeviceId device, const QByteArray &name,
                                               const std::function<Reply()> &otherwise)
{
    if (m_media.isOpen(device))
        return std::nullopt;
    const auto reader = m_leases.otherReader(device);
    if (!reader)
        return std::nullopt;
    const bool shared = m_media.isShared() && otherwise;
    if (reader->isEmpty())
        return shared ? otherwise() : throw Relay::unreachable();
    const QByteArray target = "/internal/cameras/" + device.toString().toLatin1() + '/' + name;
    return m_peers.fetch(request, {*reader, target, {}, shared ? otherwise : nullptr});
}

Reply StreamService::playlist(const Caller &caller, const Request &request, DeviceId device,
                              const std::optional<LivePoint> &waitsFor)
{
    require(caller, request, device);
    // The URIs of a playlist that is read by a signed URL expire with that URL.
    const bool byLink = caller.kind == Caller::Kind::Link;
    const QByteArray suffix = byLink ? signatureIn(request) : signature(caller, device);
    const PlaylistReload reload{waitsFor, clientOf(caller, request)};
    const auto here = [&media = m_media, device, suffix, reload] {
        return LiveMedia::playlist(media, device, suffix, reload);
    };
    const QByteArray query = "suffix=" + suffix.toPercentEncoding() + waitQuery(reload);
    const auto relayed = fromReader(request, device, "live.m3u8?" + query, here);
    return relayed ? *relayed : here();
}

Reply StreamService::segment(const Caller &caller, const Request &request, DeviceId device, const QString &name)
{
    require(caller, request, device);
    if (!SegmentName::parse(name) && !PartName::parse(name)
        && !parseInitName(name)) // checked here, so that no other server is asked in vain
        throw Problem::notFound();
    const QByteArray client = clientOf(caller, request);
    const auto here = [&media = m_media, request, device, name, client] {
        return LiveMedia::segment(media, request, device, name, client);
    };
    const QByteArray target = "segments/" + name.toLatin1() + "?client=" + client.toPercentEncoding();
    const auto relayed = fromReader(request, device, target, here);
    return relayed ? *relayed : here();
}

Reply StreamService::mjpeg(const Caller &caller, const Request &request, DeviceId device)
{
    require(caller, request, device);
    const auto relayed = fromReader(request, device, "live.mjpeg", {});
    return relayed ? *relayed : LiveMedia::mjpeg(m_media, device);
}

Reply StreamService::snapshot(const Caller &caller, const Request &request, DeviceId device)
{
    require(caller, request, device);
    const auto here = [&media = m_media, device] { return LiveMedia::snapshot(media, device); };
    const auto relayed = fromReader(request, device, "snapshot.jpg", here);
    return relayed ? *relayed : here();
}
