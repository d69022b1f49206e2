// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/whepservice.h"

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/streams/streamservice.h"
#include "server/cameras/webrtc/sessionoffer.h"
#include "server/cameras/webrtc/viewerrequest.h"
#include "server/cameras/webrtc/whepsessions.h"
#include "server/core/cluster/peers.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto descriptionType = "application/sdp";
constexpr qsizetype mostAnswerBytes = 65'536;

QByteArray internalPath(DeviceId device) { return "/internal/cameras/" + device.toString().toLatin1() + "/whep"; }

ViewerPlaces::Kind kindOf(const ViewerRequest &viewer)
{
    if (viewer.isByLink)
        return ViewerPlaces::Kind::Link;
    return viewer.isGuest ? ViewerPlaces::Kind::Guest : ViewerPlaces::Kind::Owner;
}

void requireDescription(const Request &request)
{
    const QByteArray type = before(request.headers.value("Content-Type"), ';').trimmed().toLower();
    if (type != descriptionType)
        throw Problem(415, u"unsupported_media_type"_s, u"The body must be an offer, as application/sdp."_s);
}
}

WhepService::WhepService(StreamService &streams, MediaHub &media, WhepSessions &sessions, MediaPlace place,
                         Cluster cluster)
    : m_streams(streams)
    , m_media(media)
    , m_sessions(sessions)
    , m_place(std::move(place))
    , m_cluster(cluster)
{
}

Reply WhepService::begin(const Caller &caller, const Request &request, DeviceId device)
{
    const Device camera = m_streams.require(caller, request, device);
    requireDescription(request);
    const auto offer = SessionOffer::parse(request.body); // here, so that no other server is asked in vain
    const bool isByLink = caller.kind == Caller::Kind::Link;
    const bool isGuest = isByLink || caller.accountId != camera.accountId;
    const ViewerRequest viewer{request, caller.accountId, caller.sessionId, isGuest, isByLink};
    const auto reader = m_streams.readerElsewhere(device);
    if (!reader)
        return begun(viewer, offer, device);
    return m_cluster.peers.exchange(request,
                                    {.server = *reader,
                                     .target = internalPath(device),
                                     .method = Method::Post,
                                     .body = viewer.sealed(m_cluster.key)},
                                    mostAnswerBytes);
}

Reply WhepService::beginFor(const Request &peer, DeviceId device)
{
    const auto viewer = ViewerRequest::open(m_cluster.key, peer.body);
    if (!viewer)
        throw Problem::forbidden(u"peer_signature_invalid"_s,
                                 u"This address is for servers that share this server's key."_s);
    return begun(*viewer, SessionOffer::parse(viewer->request.body), device);
}

Reply WhepService::begun(const ViewerRequest &viewer, const SessionOffer &offer, DeviceId device)
{
    const auto feed = m_media.packets(device);
    const auto format = feed ? feed->format() : std::nullopt;
    if (!format)
        throw Problem::unavailable(u"stream_not_ready"_s,
                                   u"The camera sends no pictures at present. Its state says whether it is online."_s,
                                   std::chrono::seconds(1));
    if (!format->isH264)
        throw Problem::conflict(u"codec_not_supported"_s,
                                u"WebRTC carries H.264 only. Use live.m3u8 or live.mjpeg for this camera."_s);
    if (format->hasBFrames)
        throw Problem::conflict(u"codec_not_supported"_s,
                                u"WebRTC carries H.264 without B-frames only. Turn them off in the camera, or use "
                                "live.m3u8 or live.mjpeg."_s);
    auto place = m_sessions.places().take(viewer.account, device, kindOf(viewer));
    if (!m_place.hasFreePort()) // GStreamer would search for seconds
        throw Problem::unavailable(u"webrtc_unavailable"_s, u"The server has no free port for WebRTC."_s,
                                   std::chrono::seconds(30));
    auto session = std::make_unique<WhepSession>(offer, m_place,
                                                 WhepSession::Parts{feed, *format, std::move(place), viewer.request});
    Reply reply;
    reply.status = 201;
    reply.contentType = descriptionType;
    reply.body = session->answer();
    const auto id = m_sessions.add(std::move(session), device, viewer.session);
    const QByteArray query = StreamService::signatureIn(viewer.request); // whoever has no token ends the session by it
    const QString location = u"/v1/streams/%1/whep/%2"_s.arg(device.toString(), id.toString());
    reply.headers.append("Location", location.toLatin1() + (query.isEmpty() ? query : '?' + query));
    return reply;
}

Reply WhepService::end(const Caller &caller, const Request &request, DeviceId device, const QString &text)
{
    m_streams.require(caller, request, device);
    const auto id = WhepSessionId::parse(text);
    if (!id)
        throw Problem::notFound();
    if (m_sessions.end(*id, device, caller.sessionId))
        return Reply::noContent();
    // A session ends when its server loses the camera, so that no other server than the reader can have it.
    const auto reader = m_streams.readerElsewhere(device);
    if (!reader)
        throw Problem::notFound();
    const QByteArray target =
        internalPath(device) + '/' + id->toString().toLatin1() + "?session=" + caller.sessionId.toString().toLatin1();
    return m_cluster.peers.fetch(request, {.server = *reader, .target = target, .method = Method::Delete});
}

Reply WhepService::endFor(const Request &peer, DeviceId device, const QString &text)
{
    const auto id = WhepSessionId::parse(text);
    const auto owner = SessionId::parse(peer.query.queryItemValue(u"session"_s));
    if (!id || !owner || !m_sessions.end(*id, device, *owner))
        throw Problem::notFound();
    return Reply::noContent();
}
