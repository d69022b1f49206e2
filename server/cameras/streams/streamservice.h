// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicestreams.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/http/caller.h"
#include "server/core/http/message.h"

class DeviceService;
class Links;
class Visibility;

/// The live pictures of cameras, for those who may look at them: by a token, or by a signed address, which opens
/// everything of one device below /streams for about an hour. What others than the account's users get lasts no longer
/// than the share, or for staff the access, that lets them.
class StreamService
{
public:
    StreamService(DeviceService &devices, MediaHub &media, const Links &links, Visibility &visibility)
        : m_devices(devices)
        , m_media(media)
        , m_links(links)
        , m_visibility(visibility)
    {
    }

    /// Where everything is, signed: for players that send no token along.
    DeviceStreams addresses(const Caller &caller, DeviceId device) const;
    /// Each of these throws Problem: 404 for a device that the caller may not see, 403 for a signature that does not
    /// hold, 503 while there is nothing to look at. `request` carries the signature.
    QByteArray playlist(const Caller &caller, const Request &request, DeviceId device) const;
    QString segmentPath(const Caller &caller, const Request &request, DeviceId device, const QString &name) const;
    std::shared_ptr<QIODevice> mjpeg(const Caller &caller, const Request &request, DeviceId device) const;
    Preview snapshot(const Caller &caller, const Request &request, DeviceId device) const;

private:
    /// Who watches; nobody in particular by a link of the account's own.
    Caller require(const Caller &caller, const Request &request, DeviceId device) const;
    QByteArray signature(const Caller &watcher, DeviceId device) const;
    bool isForeign(const Caller &watcher, DeviceId device) const;
    void endWithAccess(QIODevice &stream, const Caller &watcher, DeviceId device) const;

    DeviceService &m_devices;
    MediaHub &m_media;
    const Links &m_links;
    Visibility &m_visibility;
};
