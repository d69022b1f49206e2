// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicestreams.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/core/http/caller.h"
#include "server/core/http/message.h"

class DeviceService;
class Links;
class MediaHub;
class Peers;
class Visibility;

/// The live pictures of cameras, for callers who may look at them: by a token, or by a signed address, which opens
/// everything of one device below /streams for about an hour. Users of other accounts watch no longer than the share
/// lasts, and staff no longer than their access. A camera that another server reads is asked for there.
class StreamService
{
public:
    StreamService(Database &database, DeviceService &devices, MediaHub &media, const Links &links,
                  Visibility &visibility, Peers &peers);

    /// The signed addresses, for players that send no token along.
    DeviceStreams addresses(const Caller &caller, DeviceId device) const;
    /// Each of these throws Problem: 404 for a device that the caller may not see, 403 for a signature that does not
    /// hold, 503 while there is nothing to look at. `request` carries the signature.
    Reply playlist(const Caller &caller, const Request &request, DeviceId device);
    Reply segment(const Caller &caller, const Request &request, DeviceId device, const QString &name);
    Reply mjpeg(const Caller &caller, const Request &request, DeviceId device);
    Reply snapshot(const Caller &caller, const Request &request, DeviceId device);

private:
    /// The user who watches; nobody in particular by a link of the account's own.
    Caller require(const Caller &caller, const Request &request, DeviceId device) const;
    QByteArray signature(const Caller &watcher, DeviceId device) const;
    bool isForeign(const Caller &watcher, DeviceId device) const;
    void endWithAccess(QIODevice &stream, const Caller &watcher, DeviceId device) const;
    std::optional<Reply> fromReader(const Request &request, DeviceId device, const QByteArray &name,
                                    std::function<Reply()> otherwise, std::function<void(QIODevice &)> begun = {});

    DeviceService &m_devices;
    MediaHub &m_media;
    const Links &m_links;
    Visibility &m_visibility;
    Peers &m_peers;
    CameraLeases m_leases;
};
