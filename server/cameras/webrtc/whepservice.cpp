// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/whepservice.h"

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/streams/streamservice.h"
#include "server/cameras/webrtc/sessionoffer.h"
#include "server/cameras/webrtc/whepsessions.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto descriptionType = "application/sdp";

void requireDescription(const Request &request)
{
    const QByteArray type = before(request.headers.value("Content-Type"), ';').trimmed().toLower();
    if (type != descriptionType)
        throw Problem(415, u"unsupported_media_type"_s, u"The body must be an offer, as application/sdp."_s);
}
}

WhepService::WhepService(StreamService &streams, MediaHub &media, WhepSessions &sessions, MediaPlace place)
    : m_streams(streams)
    , m_media(media)
    , m_sessions(sessions)
    , m_place(std::move(place))
{
}

Reply WhepService::begin(const Caller &caller, const Request &request, DeviceId device)
{
    const Device camera = m_streams.require(caller, request, device);
    requireDescription(request);
    const auto offer = SessionOffer::parse(request.body);
    const auto feed = m_media.packets(device);
    if (!feed && m_streams.isReadElsewhere(device))
        throw Problem::conflict(u"camera_read_elsewhere"_s,
                                u"Another server reads this camera. Use live.m3u8 or live.mjpeg here."_s);
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
    if (!m_place.hasFreePort()) // GStreamer would search for seconds
        throw Problem::unavailable(u"webrtc_unavailable"_s, u"The server has no free port for WebRTC."_s,
                                   std::chrono::seconds(30));
    const bool isGuest = caller.kind == Caller::Kind::Link || caller.accountId != camera.accountId;
    auto place = m_sessions.places().take(caller.accountId, device,
                                          isGuest ? ViewerPlaces::Guest::Yes : ViewerPlaces::Guest::No);
    auto session =
        std::make_unique<WhepSession>(offer, m_place, WhepSession::Parts{feed, *format, std::move(place), request});
    Reply reply;
    reply.status = 201;
    reply.contentType = descriptionType;
    reply.body = session->answer();
    const auto id = m_sessions.add(std::move(session), device, caller.sessionId);
    const QByteArray query = StreamService::signatureIn(request); // whoever has no token ends the session by it
    const QString location = u"/v1/streams/%1/whep/%2"_s.arg(device.toString(), id.toString());
    reply.headers.append("Location", location.toLatin1() + (query.isEmpty() ? query : '?' + query));
    return reply;
}

void WhepService::end(const Caller &caller, const Request &request, DeviceId device, const QString &text)
{
    m_streams.require(caller, request, device);
    const auto id = WhepSessionId::parse(text);
    if (!id || !m_sessions.end(*id, device, caller.sessionId))
        throw Problem::notFound();
}
