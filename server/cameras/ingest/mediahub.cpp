// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediahub.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/camera.h"
#include "server/cameras/ingest/clip.h"
#include "server/cameras/ingest/connectpool.h"
#include "server/cameras/ingest/endingcameras.h"
#include "server/cameras/ingest/segmentring.h"
#include "server/core/base/diskspace.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <functional>

extern "C" {
#include <libavutil/log.h>
}

using namespace Qt::StringLiterals;

namespace {
QString ringIn(const QString &directory, DeviceId device)
{
    return directory + u'/' + device.toString() + u"/recordings"_s;
}

bool sameSource(const CameraSource &a, const CameraSource &b)
{
    return a.url == b.url && a.username == b.username && a.password == b.password && a.subUrl == b.subUrl
        && a.sound == b.sound;
}
}

class MediaHub::Private
{
public:
    explicit Private(std::function<void(DeviceId)> ended)
        : ending(std::move(ended))
    {
    }
    std::shared_ptr<Camera> find(DeviceId device) const;
    std::shared_ptr<Camera> findWriting(DeviceId device) const;
    QStringList otherRings(DeviceId device, const Camera *camera) const;
    QString lastRing(DeviceId device, const Camera *camera) const;
    CameraSource continued(const CameraSource &source) const;
    static SegmentRing::Live ownLive(Camera *camera) { return camera ? camera->live() : SegmentRing::Live(); }
    SegmentRing::Live earlier(DeviceId device, const Camera *camera, const SegmentRing::Live &live) const;

    MediaSettings settings;
    FrameSinkFactory makeSink;
    ConnectPool pool; ///< outlives the cameras
    mutable std::mutex mutex;
    QHash<DeviceId, std::shared_ptr<Camera>> cameras;
    bool stopped = false;
    EndingCameras ending; ///< a camera is added while the mutex is locked
};

std::shared_ptr<Camera> MediaHub::Private::find(DeviceId device) const
{
    const std::scoped_lock lock(mutex);
    return cameras.value(device);
}

/// Returns the camera of a device that is open or still ends, or null if there is none.
std::shared_ptr<Camera> MediaHub::Private::findWriting(DeviceId device) const
{
    const auto camera = find(device);
    return camera ? camera : ending.find(device);
}

/// Returns the folders of the camera's rings that `camera` does not write: the ring in this server's folder if `camera`
/// is null, and those of the other servers that share the media folder. A folder may not exist.
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

/// Returns the ring of otherRings() with the newest segment, if that segment ended within the length of the ring.
/// Returns an empty text otherwise, and if servers do not share the media folder.
QString MediaHub::Private::lastRing(DeviceId device, const Camera *camera) const
{
    if (settings.sharedDirectory.isEmpty())
        return {};
    QString last;
    qint64 end = QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(settings.ringLength).count();
    for (const QString &ring : otherRings(device, camera)) {
        const auto newest = RingFolder::newest(ring);
        if (newest && newest->endMs() > end) {
            end = newest->endMs();
            last = ring;
        }
    }
    return last;
}

/// Returns the segments of the server that read the camera before, while those of this server fill less than half of a
/// playlist. Reads the disk.
SegmentRing::Live MediaHub::Private::earlier(DeviceId device, const Camera *camera, const SegmentRing::Live &live) const
{
    const qint64 windowMs = std::chrono::milliseconds(settings.liveWindow).count();
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - windowMs;
    qint64 freshMs = 0;
    for (const SegmentName &segment : live.segments)
        freshMs += segment.startMs > since ? segment.durationMs : 0;
    const QString ring = freshMs < windowMs / 2 ? lastRing(device, camera) : QString();
    if (ring.isEmpty())
        return {};
    return {RingFolder::segments(ring), RingFolder::targets(ring).duration};
}

/// Returns the source with the numbers from which its segments continue. If servers share the media folder, they follow
/// the numbers of the server that has read the camera until now.
CameraSource MediaHub::Private::continued(const CameraSource &source) const
{
    const QString left = lastRing(source.deviceId, nullptr);
    const auto after = left.isEmpty() ? std::nullopt : RingFolder::newest(left);
    CameraSource result = source;
    if (after)
        result.least = {after->sequence + 1, RingFolder::newestInit(left).value_or(after->init) + 1,
                        RingFolder::targets(left)};
    return result;
}

MediaHub::MediaHub(MediaSettings settings, FrameSinkFactory makeSink, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::bind_front(&MediaHub::closed, this)))
{
    d->settings = std::move(settings);
    d->makeSink = std::move(makeSink);
    av_log_set_level(AV_LOG_QUIET); // FFmpeg's messages contain URLs with credentials
}

MediaHub::~MediaHub() { stop(); }

void MediaHub::open(const CameraSource &source)
{
    const DeviceId device = source.deviceId;
    if (const auto camera = d->find(device); camera && sameSource(camera->source(), source))
        return;
    close(device);
    const std::scoped_lock lock(d->mutex);
    if (d->stopped || d->cameras.contains(device) || d->ending.contains(device))
        return;
    const Camera::Observer observer{std::bind_front(&MediaHub::stateChanged, this, device),
                                    std::bind_front(&MediaHub::attributesProbed, this, device),
                                    std::bind_front(&MediaHub::numbered, this, device)};
    d->cameras.insert(device,
                      std::make_shared<Camera>(d->continued(source), d->settings, d->makeSink, observer, d->pool));
}

bool MediaHub::close(DeviceId device)
{
    const std::scoped_lock lock(d->mutex);
    if (auto camera = d->cameras.take(device))
        d->ending.end(device, std::move(camera));
    return d->ending.contains(device);
}

void MediaHub::forget(DeviceId device)
{
    const auto removeRings = [this, device] {
        QDir(d->settings.directory + u'/' + device.toString()).removeRecursively();
        for (const QString &ring : d->otherRings(device, nullptr))
            QFileInfo(ring).dir().removeRecursively();
    };
    const std::scoped_lock lock(d->mutex);
    d->ending.end(device, d->cameras.take(device), removeRings);
}

void MediaHub::stop()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->stopped = true;
        for (auto it = d->cameras.cbegin(); it != d->cameras.cend(); ++it)
            d->ending.end(it.key(), it.value());
        d->cameras.clear();
    }
    d->ending.wait();
}

QByteArray MediaHub::livePlaylist(DeviceId device, const QByteArray &suffix) const
{
    const auto camera = d->find(device);
    SegmentRing::Live live = Private::ownLive(camera.get());
    live.follow(d->earlier(device, camera.get(), live));
    return live.isCurrent() ? ::livePlaylist(live, d->settings.liveWindow, suffix) : QByteArray();
}

std::function<QByteArray()> MediaHub::laterPlaylist(DeviceId device, const QByteArray &suffix) const
{
    const auto camera = d->find(device);
    const auto earlier = d->earlier(device, camera.get(), Private::ownLive(camera.get()));
    return [this, device, suffix, earlier] {
        const auto present = d->find(device);
        SegmentRing::Live live = Private::ownLive(present.get());
        live.follow(earlier);
        return ::livePlaylist(live, d->settings.liveWindow, suffix);
    };
}

std::shared_ptr<LiveEdge> MediaHub::edge(DeviceId device) const
{
    const auto camera = d->find(device);
    return camera ? camera->ring().edge() : nullptr;
}

LiveStanding MediaHub::standing(DeviceId device) const
{
    const auto camera = d->find(device);
    return camera ? camera->standing() : LiveStanding::NotReady;
}

MediaHub::Backlog MediaHub::backlogOf(DeviceId device) const
{
    const auto camera = d->find(device);
    return camera ? Backlog{camera->queue().backlog(), camera->queue().sheds()} : Backlog();
}

std::optional<FilePart> MediaHub::segmentPlace(DeviceId device, QStringView name) const
{
    const auto camera = d->find(device);
    auto place = camera ? camera->ring().place(name) : std::nullopt;
    if (place || !isShared())
        return place;
    for (const QString &ring : d->otherRings(device, camera.get())) {
        if ((place = RingFolder::place(ring, name)))
            return place;
    }
    return std::nullopt;
}

std::optional<Preview> MediaHub::snapshot(DeviceId device) const
{
    const auto camera = d->find(device);
    if (auto newest = camera ? camera->snapshot() : std::nullopt)
        return newest;
    const QString ring = d->lastRing(device, camera.get());
    const auto last = ring.isEmpty() ? std::nullopt : RingFolder::newest(ring);
    return last ? LatestPicture::firstOf(RingFolder::openBetween(ring, last->startMs, last->endMs())) : std::nullopt;
}

std::shared_ptr<QIODevice> MediaHub::mjpeg(DeviceId device)
{
    const auto camera = d->find(device);
    return camera ? camera->watch() : nullptr;
}

std::shared_ptr<PacketFeed> MediaHub::packets(DeviceId device) const
{
    const auto camera = d->find(device);
    return camera ? camera->packets() : nullptr;
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
    std::vector<OpenSegment> segments;
    if (camera)
        segments = camera->ring().openBetween(fromMs, toMs);
    for (const QString &ring : d->otherRings(device, camera.get())) {
        for (auto &segment : RingFolder::openBetween(ring, fromMs, toMs))
            segments.push_back(std::move(segment));
    }
    std::ranges::stable_sort(segments, {}, [](const auto &segment) { return segment.name.startMs; });
    if (segments.empty() || !d->settings.disk)
        return writeClip(segments, from, to, path);
    d->settings.disk->require();
    return d->settings.disk->watch([&] { return writeClip(segments, from, to, path); });
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
        look(RingFolder::newest(ring));
    return end ? std::optional{QDateTime::fromMSecsSinceEpoch(*end, Times::utc)} : std::nullopt;
}

std::optional<QDateTime> MediaHub::newestKey(DeviceId device) const
{
    const auto camera = d->find(device);
    const auto key = camera ? camera->ring().newestKey() : std::nullopt;
    return key ? std::optional{QDateTime::fromMSecsSinceEpoch(*key, Times::utc)} : std::nullopt;
}

bool MediaHub::isShared() const { return !d->settings.sharedDirectory.isEmpty(); }

bool MediaHub::isOpen(DeviceId device) const { return d->find(device) != nullptr; }

QList<DeviceId> MediaHub::cameras() const
{
    const std::scoped_lock lock(d->mutex);
    return d->cameras.keys() + d->ending.devices();
}

QList<RingFile> MediaHub::recordedFiles(DeviceId device) const
{
    const auto camera = d->findWriting(device);
    return camera ? camera->ring().files() : QList<RingFile>();
}

void MediaHub::leave(DeviceId device, RecordingId file, bool pictures) const
{
    if (const auto camera = d->findWriting(device))
        camera->leave(file, pictures);
}

void MediaHub::decide(DeviceId device, RecordingId file, RingFile::Fate fate)
{
    if (const auto camera = d->findWriting(device))
        camera->ring().decide(file, fate);
}

void MediaHub::setFileLength(DeviceId device, std::chrono::milliseconds length)
{
    if (const auto camera = d->findWriting(device))
        camera->ring().setFileLength(length);
}
