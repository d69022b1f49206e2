// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediahub.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/camera.h"
#include "server/cameras/ingest/clip.h"
#include "server/cameras/ingest/playlist.h"

#include <QHash>

extern "C" {
#include <libavutil/log.h>
}

using namespace Qt::StringLiterals;

namespace {
bool sameSource(const CameraSource &a, const CameraSource &b)
{
    return a.url == b.url && a.username == b.username && a.password == b.password;
}
}

class MediaHub::Private
{
public:
    std::shared_ptr<Camera> find(DeviceId device) const;

    MediaSettings settings;
    FrameSinkFactory makeSink;
    mutable std::mutex mutex;
    QHash<DeviceId, std::shared_ptr<Camera>> cameras;
    bool stopped = false;
};

std::shared_ptr<Camera> MediaHub::Private::find(DeviceId device) const
{
    const std::scoped_lock lock(mutex);
    return cameras.value(device);
}

MediaHub::MediaHub(MediaSettings settings, FrameSinkFactory makeSink, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->settings = std::move(settings);
    d->makeSink = std::move(makeSink);
    av_log_set_level(AV_LOG_QUIET); // its messages name addresses, with the credentials in them; we say what matters
}

MediaHub::~MediaHub() { stop(); }

void MediaHub::open(const CameraSource &source)
{
    const DeviceId device = source.deviceId;
    if (const auto camera = d->find(device)) {
        if (sameSource(camera->source(), source))
            return;
        close(device);
    }
    const std::scoped_lock lock(d->mutex);
    if (d->stopped || d->cameras.contains(device))
        return;
    const auto changed = [this, device](CameraState state, const QString &reason, const QDateTime &since) {
        Q_EMIT stateChanged(device, state, reason, since);
    };
    const auto probed = [this, device](const StreamAttributes &attributes) {
        Q_EMIT attributesProbed(device, attributes);
    };
    d->cameras.insert(device,
                      std::make_shared<Camera>(source, d->settings, d->makeSink, Camera::Observer{changed, probed}));
}

void MediaHub::close(DeviceId device)
{
    std::shared_ptr<Camera> camera;
    {
        const std::scoped_lock lock(d->mutex);
        camera = d->cameras.take(device);
    }
    if (camera)
        camera->stop();
}

void MediaHub::stop()
{
    QHash<DeviceId, std::shared_ptr<Camera>> cameras;
    {
        const std::scoped_lock lock(d->mutex);
        d->stopped = true;
        cameras.swap(d->cameras);
    }
    for (const auto &camera : std::as_const(cameras))
        camera->requestStop();
    for (const auto &camera : std::as_const(cameras))
        camera->stop();
}

QByteArray MediaHub::livePlaylist(DeviceId device, const QByteArray &suffix) const
{
    const auto camera = d->find(device);
    return camera ? ::livePlaylist(camera->ring().segments(), d->settings.liveWindow, suffix) : QByteArray();
}

std::optional<QString> MediaHub::segmentPath(DeviceId device, QStringView name) const
{
    const auto camera = d->find(device);
    return camera ? camera->ring().path(name) : std::nullopt;
}

std::optional<Preview> MediaHub::snapshot(DeviceId device) const
{
    const auto camera = d->find(device);
    return camera ? camera->snapshot() : std::nullopt;
}

std::shared_ptr<QIODevice> MediaHub::mjpeg(DeviceId device)
{
    const auto camera = d->find(device);
    return camera ? camera->watch() : nullptr;
}

ClipResult MediaHub::makeClip(DeviceId device, const QDateTime &from, const QDateTime &to, const QString &path) const
{
    ClipResult failed;
    failed.gaps = {{from, to}};
    const auto camera = d->find(device);
    failed.reason = camera ? u"a clip ends after it starts"_s : u"the camera is not open"_s;
    if (!camera || from >= to)
        return failed;
    return writeClip(camera->ring().openBetween(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch()), from, to, path);
}

std::optional<QDateTime> MediaHub::coveredUntil(DeviceId device) const
{
    const auto camera = d->find(device);
    const auto newest = camera ? camera->ring().newest() : std::nullopt;
    return newest ? std::optional{QDateTime::fromMSecsSinceEpoch(newest->endMs(), Times::utc)} : std::nullopt;
}
