// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/mediaplace.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class MediaHub;
class Peers;
class ServerKey;
class SessionOffer;
class StreamService;
class WhepSessions;
struct ViewerRequest;

/// Live video by WebRTC, which a viewer begins with one request (WHEP, draft-ietf-wish-whep). The session is one of the
/// server that reads the camera, whichever server is asked: the requests are relayed, and the viewer connects to that
/// server.
class WhepService
{
public:
    /// The servers of the database.
    struct Cluster
    {
        const Peers &peers;
        const ServerKey &key;
    };
    WhepService(StreamService &streams, MediaHub &media, WhepSessions &sessions, MediaPlace place, Cluster cluster);

    /// Begins a session for the offer in the body, and returns the answer.
    ///
    /// Throws: like StreamService::require() and readerElsewhere(); like SessionOffer::parse(), ViewerPlaces::take()
    /// and ViewerPipeline; 415 for another body; 503 `stream_not_ready` while there are no pictures; 409
    /// `codec_not_supported` for another codec and for B-frames; like Relay::exchange().
    ///
    /// Thread: the network pool, because the function blocks for some tens of milliseconds.
    Reply begin(const Caller &caller, const Request &request, DeviceId device);
    /// Ends a session of the caller, here or on the server that reads the camera.
    ///
    /// Throws: like StreamService::require() and readerElsewhere(); 404 if the caller has no such session.
    Reply end(const Caller &caller, const Request &request, DeviceId device, const QString &id);

    /// Begins a session for another server, which has checked the viewer. Only this server is asked.
    ///
    /// Throws: like begin().
    Reply beginFor(const Request &peer, DeviceId device);
    /// Ends a session for another server.
    ///
    /// Throws: 404 if the session that the query names has no such session.
    Reply endFor(const Request &peer, DeviceId device, const QString &id);

    StreamService &streams() { return m_streams; }

private:
    Reply begun(const ViewerRequest &viewer, const SessionOffer &offer, DeviceId device);

    StreamService &m_streams;
    MediaHub &m_media;
    WhepSessions &m_sessions;
    const MediaPlace m_place;
    const Cluster m_cluster;
};

RouteTable whepRoutes(WhepService &whep);
/// Returns the routes by which other servers begin and end sessions of the cameras that this server reads.
RouteTable whepPeerRoutes(const Peers &peers, WhepService &whep);
