// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/streamaddresses.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/cameras/streams/spanlinks.h"
#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/route.h"

class DeviceService;
class Links;
class MediaHub;
class Peers;
struct LivePoint;

/// Provides the live pictures of cameras to callers who may see them. If another server reads the camera, its reply is
/// relayed.
///
/// A caller has a token or a signed URL. A signed URL is valid for all paths of one device below /streams. It expires
/// after an hour to an hour and a half, and it ends with the session that signed it. Users of other accounts lose
/// access when the share ends, and staff when their support access ends.
class StreamService
{
public:
    StreamService(Database &database, DeviceService &devices, MediaHub &media, const Links &links, Peers &peers);

    /// Returns signed URLs, for players that cannot send a token. Those of the recording hold for the span `recorded`.
    ///
    /// Throws: like DeviceService::watchable().
    StreamAddresses addresses(const Caller &caller, DeviceId device, const std::optional<WatchedSpan> &recorded) const;
    /// Returns the devices of a group. If the token has the scope `streams`, the URLs of the streams are signed for the
    /// account's own devices and for devices that are shared with the caller.
    ///
    /// Throws: 404 for a group that the caller may not see.
    QList<Device> ofGroup(const Caller &caller, DeviceGroupId group) const;
    /// Makes all signed URLs of the device invalid, including those of streams in progress.
    ///
    /// Throws: 404 unless the device belongs to the caller's account.
    void revoke(const Caller &caller, DeviceId device);
    /// Requires that the caller, or the signed URL of `request`, may watch the device, and returns it.
    ///
    /// Throws: 403 `link_invalid` unless the signature of the URL is valid; like DeviceService::watchable().
    Device require(const Caller &caller, const Request &request, DeviceId device) const;

    // The following functions throw like require(), and like the functions of LiveMedia.

    /// `waitsFor`: the player waits until the playlist contains this point.
    Reply playlist(const Caller &caller, const Request &request, DeviceId device,
                   const std::optional<LivePoint> &waitsFor);
    Reply segment(const Caller &caller, const Request &request, DeviceId device, const QString &name);
    Reply mjpeg(const Caller &caller, const Request &request, DeviceId device);
    Reply snapshot(const Caller &caller, const Request &request, DeviceId device);
    /// Returns the internal URL of another server that reads the camera, or nothing if no other server reads it.
    ///
    /// Throws: 503 `server_unreachable` if that server does not advertise any.
    std::optional<QUrl> readerElsewhere(DeviceId device);
    /// Returns the signature in the URL of a request, as query parameters.
    static QByteArray signatureIn(const Request &request);
    /// Returns the reply of another server that reads the camera, or nothing if no other server reads it. `name` is the
    /// last part of the path, with its query. `otherwise` replies from a shared media folder if that server cannot be
    /// reached; it may be empty.
    std::optional<Reply> fromReader(const Request &request, DeviceId device, const QByteArray &name,
                                    const std::function<Reply()> &otherwise);

private:
    QByteArray signature(const Caller &watcher, DeviceId device) const;
    DeviceStreams signedStreams(const Caller &watcher, const Device &device) const;

    DeviceService &m_devices;
    MediaHub &m_media;
    const Links &m_links;
    Peers &m_peers;
    CameraLeases m_leases;
};

RouteTable streamRoutes(StreamService &streams);
/// Returns the routes by which other servers fetch pictures of the cameras that this server reads.
RouteTable streamPeerRoutes(const Peers &peers, MediaHub &media);
