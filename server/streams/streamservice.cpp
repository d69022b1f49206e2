// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/streams/streamservice.h"

#include "models/times.h"
#include "server/auth/links.h"
#include "server/devices/deviceservice.h"
#include "server/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
/// A signature is good for one to one and a half hours, and the same for half an hour: a player that reloads its
/// playlist finds the segments under the addresses that it knows.
constexpr qint64 signatureStep = 30 * 60;
constexpr qint64 signatureSteps = 3;

QByteArray scopeOf(DeviceId device) { return "/v1/streams/" + device.toString().toLatin1(); }

/// Of a request whose signature holds.
QByteArray signatureIn(const Request &request)
{
    return "expires=" + request.query.queryItemValue(u"expires"_s).toLatin1()
        + "&signature=" + request.query.queryItemValue(u"signature"_s).toLatin1();
}

Problem nothingYet()
{
    return Problem::unavailable(u"stream_not_ready"_s,
                                u"The camera shows nothing at present: its state says whether it is online."_s,
                                std::chrono::seconds(1));
}
}

void StreamService::require(const Caller &caller, const Request &request, DeviceId device) const
{
    if (caller.kind != Caller::Kind::Link)
        m_devices.visible(caller, device);
    else if (!m_links.allows(request, scopeOf(device)))
        throw Problem::forbidden(u"link_invalid"_s, u"This address is not valid, or has expired."_s);
}

QByteArray StreamService::signature(DeviceId device) const
{
    const qint64 expires = (Times::now().toSecsSinceEpoch() / signatureStep + signatureSteps) * signatureStep;
    return m_links.sign(scopeOf(device), QDateTime::fromSecsSinceEpoch(expires, Qt::UTC));
}

DeviceStreams StreamService::addresses(const Caller &caller, DeviceId device) const
{
    auto streams = m_devices.visible(caller, device).streams;
    const QString query = u'?' + QString::fromLatin1(signature(device));
    streams.hls += query;
    streams.mjpeg += query;
    streams.snapshot += query;
    return streams;
}

QByteArray StreamService::playlist(const Caller &caller, const Request &request, DeviceId device) const
{
    require(caller, request, device);
    // A link gives no more time than it has itself.
    const bool byLink = caller.kind == Caller::Kind::Link;
    const QByteArray text = m_media.livePlaylist(device, byLink ? signatureIn(request) : signature(device));
    return text.isEmpty() ? throw nothingYet() : text;
}

QString StreamService::segmentPath(const Caller &caller, const Request &request, DeviceId device,
                                   const QString &name) const
{
    require(caller, request, device);
    const auto path = m_media.segmentPath(device, name);
    return path ? *path : throw Problem::notFound();
}

std::shared_ptr<QIODevice> StreamService::mjpeg(const Caller &caller, const Request &request, DeviceId device) const
{
    require(caller, request, device);
    auto stream = m_media.mjpeg(device);
    return stream ? stream : throw nothingYet();
}

Preview StreamService::snapshot(const Caller &caller, const Request &request, DeviceId device) const
{
    require(caller, request, device);
    const auto preview = m_media.snapshot(device);
    return preview ? *preview : throw nothingYet();
}
