// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/mediaplace.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class MediaHub;
class StreamService;
class WhepSessions;

/// Live video by WebRTC, which a viewer begins with one request (WHEP, draft-ietf-wish-whep).
class WhepService
{
public:
    WhepService(StreamService &streams, MediaHub &media, WhepSessions &sessions, MediaPlace place);

    /// Begins a session for the offer in the body, and returns the answer.
    ///
    /// Throws: like StreamService::require(); like SessionOffer::parse(), ViewerPlaces::take() and ViewerPipeline; 415
    /// for another body; 503 `stream_not_ready` while there are no pictures; 409 `codec_not_supported` for another
    /// codec and for B-frames; 409 `camera_read_elsewhere` if another server reads the camera.
    ///
    /// Thread: the network pool, because the function blocks for some tens of milliseconds.
    Reply begin(const Caller &caller, const Request &request, DeviceId device);
    /// Ends a session of the caller.
    ///
    /// Throws: like StreamService::require(); 404 if the caller has no such session.
    void end(const Caller &caller, const Request &request, DeviceId device, const QString &id);

    StreamService &streams() { return m_streams; }

private:
    StreamService &m_streams;
    MediaHub &m_media;
    WhepSessions &m_sessions;
    const MediaPlace m_place;
};

RouteTable whepRoutes(WhepService &whep);
