// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediahub.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/camera.h"
#include "server/cameras/ingest/clip.h"
#include "server/cameras/ingest/playlist.h"

#include <QDir>
#include <QHash>

#include <algorithm>

extern "C" {
#include <libavutil/log.h>
}

using namespace Qt::StringLiterals;

namespace {
QString ringIn(const QString &directory, DeviceId device) { return directory + u'/' + device.toString() + u"/ring"_s; }

bool sameSource(const CameraSource &a, const CameraSource &b)
{
    return a.url == b.url && a.username == b.username && a.password == b.password;
}
}

class MediaHub::Private
{
public:
    std::shared_ptr<Camera> find(DeviceId device) const;
    QStringList otherRings(DeviceId device, const Camera *camera) const;

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

/// Rings with pictures of the camera from when it was read before, or by another server that shares the folder.
QStringList MediaHub::Private::otherRings(DeviceId device, const Camera *camera) const
{
    QStringList rings;
    if (!camera)
        rings += ringIn(settings.directory, device);
    if (settings.sharedDirectory.isEmpty())
        return rings;
    const QDir servers(settings.sharedDirectory);
    for (const QString &server : servers.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString directory = servers.filePath(server);
        if (directory != settings.directory)
            rings += ringIn(directory, device);
    }
    return rings;
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

void MediaHub::forget(DeviceId device)
{
    close(device);
    QDir(d->settings.directory + u'/' + device.toString()).removeRecursively();
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
    if (from >= to) {
        ClipResult failed;
        failed.gaps = {{from, to}};
        failed.reason = u"a clip ends after it starts"_s;
        return failed;
    }
    const qint64 fromMs = from.toMSecsSinceEpoch();
    const qint64 toMs = to.toMSecsSinceEpoch();
    const auto camera = d->find(device);
    std::vector<SegmentRing::OpenSegment> segments;
    if (camera)
        segments = camera->ring().openBetween(fromMs, toMs);
    for (const QString &ring : d->otherRings(device, camera.get())) {
        for (auto &segment : SegmentRing::openBetween(ring, fromMs, toMs))
            segments.push_back(std::move(segment));
    }
    std::ranges::stable_sort(segments, {}, [](const auto &segment) { return segment.name.startMs; });
    return writeClip(segments, from, to, path);
}

std::optional<QDateTime> MediaHub::coveredUntil(DeviceId device) const
{
    const auto camera = d->find(device);
    std::optional<qint64> end;
    const auto look = [&end](const std::optional<SegmentName> &newest) {
        if (newest)
            end = std::max(end.value_or(0), newest->endMs());
    };
    if (camera)
        look(camera->ring().newest());
    for (const QString &ring : d->otherRings(device, camera.get()))
        look(SegmentRing::newestIn(ring));
    return end ? std::optional{QDateTime::fromMSecsSinceEpoch(*end, Times::utc)} : std::nullopt;
}

bool MediaHub::isOpen(DeviceId device) const { return d->find(device) != nullptr; }
