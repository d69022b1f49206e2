// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/streamservice.h"

#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/links.h"
#include "server/core/http/problem.h"
#include "server/identity/access/visibility.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {
/// A signature is good for one to one and a half hours, and the same for half an hour: a player that reloads its
/// playlist finds the segments under the addresses that it knows.
constexpr qint64 signatureStep = 30 * 60;
constexpr qint64 signatureSteps = 3;

/// How long somebody of another account goes on watching when the share or the access has ended, at most.
constexpr auto betweenLooks = std::chrono::milliseconds(500);

QByteArray scopeOf(DeviceId device) { return "/v1/streams/" + device.toString().toLatin1(); }

/// Of a request whose signature holds.
QByteArray signatureIn(const Request &request)
{
    QByteArrayList pairs;
    for (const QString &name : Links::parameters()) {
        if (request.query.hasQueryItem(name))
            pairs += name.toLatin1() + '=' + request.query.queryItemValue(name).toLatin1();
    }
    return pairs.join('&');
}

Problem nothingYet()
{
    return Problem::unavailable(u"stream_not_ready"_s,
                                u"The camera shows nothing at present: its state says whether it is online."_s,
                                std::chrono::seconds(1));
}
}

Caller StreamService::require(const Caller &caller, const Request &request, DeviceId device) const
{
    Caller watcher = caller;
    if (caller.kind == Caller::Kind::Link) {
        if (!m_links.allows(request, scopeOf(device)))
            throw Problem::forbidden(u"link_invalid"_s, u"This address is not valid, or has expired."_s);
        const UserId viewer = Links::viewerOf(request);
        if (viewer.isNull())
            return {};
        watcher = m_visibility.viewer(viewer);
        watcher.origin = caller.origin;
    }
    m_devices.watchable(watcher, device);
    return watcher;
}

QByteArray StreamService::signature(const Caller &watcher, DeviceId device) const
{
    const qint64 expires = (Times::now().toSecsSinceEpoch() / signatureStep + signatureSteps) * signatureStep;
    return m_links.sign(scopeOf(device), QDateTime::fromSecsSinceEpoch(expires, Times::utc), 0,
                        isForeign(watcher, device) ? watcher.userId : UserId());
}

/// Of another account: what it was let see, it is let see for a while. A link of the owner's is nobody's.
bool StreamService::isForeign(const Caller &watcher, DeviceId device) const
{
    return !watcher.userId.isNull() && !Visibility::isOwn(watcher, m_devices.watchable(watcher, device).accountId);
}

DeviceStreams StreamService::addresses(const Caller &caller, DeviceId device) const
{
    auto streams = m_devices.watchable(caller, device).streams;
    const QString query = u'?' + QString::fromLatin1(signature(caller, device));
    streams.hls += query;
    streams.mjpeg += query;
    streams.snapshot += query;
    return streams;
}

QByteArray StreamService::playlist(const Caller &caller, const Request &request, DeviceId device) const
{
    const Caller watcher = require(caller, request, device);
    // A link gives no more time than it has itself.
    const bool byLink = caller.kind == Caller::Kind::Link;
    const QByteArray text = m_media.livePlaylist(device, byLink ? signatureIn(request) : signature(watcher, device));
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
    const Caller watcher = require(caller, request, device);
    auto stream = m_media.mjpeg(device);
    if (!stream)
        throw nothingYet();
    if (isForeign(watcher, device))
        endWithAccess(*stream, watcher, device);
    return stream;
}

/// While it is watched, what allowed it is asked for again: the share or the access may be ended, and the role be
/// taken.
void StreamService::endWithAccess(QIODevice &stream, const Caller &watcher, DeviceId device) const
{
    auto *clock = new QTimer(&stream);
    QObject::connect(clock, &QTimer::timeout, &stream, [this, &stream, watcher, device] {
        try {
            Caller now = m_visibility.viewer(watcher.userId);
            now.appId = watcher.appId;
            now.firstParty = watcher.firstParty;
            now.origin = watcher.origin;
            m_devices.watchable(now, device);
        } catch (const std::exception &) {
            stream.close();
        }
    });
    clock->start(betweenLooks);
}

Preview StreamService::snapshot(const Caller &caller, const Request &request, DeviceId device) const
{
    require(caller, request, device);
    const auto preview = m_media.snapshot(device);
    return preview ? *preview : throw nothingYet();
}
