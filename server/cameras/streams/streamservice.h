// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/route.h"

class DeviceService;
class Links;
class MediaHub;
class Peers;

/// The live pictures of cameras, for callers who may look at them: by a token, or by a signed address, which opens
/// everything of one device below /streams for about an hour, and no longer than the session that signed it lasts.
/// Users of other accounts watch no longer than the share lasts, and staff no longer than their access. A camera that
/// another server reads is asked for there.
class StreamService
{
public:
    StreamService(Database &database, DeviceService &devices, MediaHub &media, const Links &links, Peers &peers);

    /// The signed addresses, for players that send no token along.
    DeviceStreams addresses(const Caller &caller, DeviceId device) const;
    /// Returns the devices of a group. With the scope `streams`, the addresses of the account's own devices are signed.
    /// Throws: Problem 404 for a group that the caller may not see.
    QList<Device> ofGroup(const Caller &caller, DeviceGroupId group) const;
    /// Makes every signed address of the device invalid, those that are being watched included.
    /// Throws: Problem 404 for a device that is not the account's own.
    void revoke(const Caller &caller, DeviceId device);
    /// Requires that the caller may watch the device.
    /// Throws: Problem 404 for a device that the caller may not see, 403 for a signature that does not hold.
    void require(const Caller &caller, const Request &request, DeviceId device) const;
    /// Each of these throws Problem: 404 for a device that the caller may not see, 403 for a signature that does not
    /// hold, 503 while there is nothing to look at. `request` carries the signature.
    Reply playlist(const Caller &caller, const Request &request, DeviceId device);
    Reply segment(const Caller &caller, const Request &request, DeviceId device, const QString &name);
    Reply mjpeg(const Caller &caller, const Request &request, DeviceId device);
    Reply snapshot(const Caller &caller, const Request &request, DeviceId device);

private:
    QByteArray signature(const Caller &watcher, DeviceId device) const;
    DeviceStreams signedStreams(const Caller &watcher, const Device &device) const;
    std::optional<Reply> fromReader(const Request &request, DeviceId device, const QByteArray &name,
                                    std::function<Reply()> otherwise);

    DeviceService &m_devices;
    MediaHub &m_media;
    const Links &m_links;
    Peers &m_peers;
    CameraLeases m_leases;
};

RouteTable streamRoutes(StreamService &streams);
/// What other servers ask of the cameras that this one reads.
RouteTable streamPeerRoutes(const Peers &peers, MediaHub &media);
