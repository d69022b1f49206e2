// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/camera.h"

#include "models/core/utc.h"
#include "server/cameras/ingest/frameratemeter.h"
#include "server/cameras/ingest/packettimeline.h"
#include "server/cameras/ingest/recording.h"
#include "server/cameras/ingest/streaminput.h"
#include "server/core/base/threadname.h"
#include "server/core/net/destination.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

Q_LOGGING_CATEGORY(lcMedia, "waymark.media", QtInfoMsg)

namespace {
/// Longest wait for the first key frame. Cameras with a "smart" codec send one key frame per minute.
constexpr auto keyFrameLimit = 120s;
/// After a connection of this length, the pauses between attempts start again with the shortest.
constexpr auto goodConnection = 10s;
/// A key frame of this age is not shown as the newest picture if the recording has newer ones.
constexpr milliseconds outdatedPicture = 2s;

milliseconds jittered(milliseconds pause)
{
    return milliseconds(pause.count() * QRandomGenerator::global()->bounded(80, 121) / 100);
}
}

/// Processes the packets of one connection.
class Camera::Session
{
public:
    Session(Camera &camera, StreamInput &input)
        : m_camera(camera)
        , m_sink(camera.m_sink.get())
        , m_input(input)
        , m_timeline(input, [&camera](microseconds time) { camera.sleep(time); })
        , m_recording(m_input, camera.m_settings, m_timeline.clock(),
                      {camera.m_queue, m_sink, *camera.m_feed, camera.m_latest, *camera.m_packets,
                       camera.m_sub ? &camera.m_sub->isLive() : nullptr})
    {
    }
    void readPacket();

private:
    void video(AVPacket &packet);
    void audio(AVPacket &packet);
    void stamp(AVPacket &packet);
    void report();

    Camera &m_camera;
    FrameSink *const m_sink;
    StreamInput &m_input;
    PacketTimeline m_timeline;
    Recording m_recording;
    AvOwned<AVPacket> m_packet = Av::makePacket();
    const Clock::time_point m_opened = Clock::now();
    FrameRateMeter m_rate;
    bool m_online = false;
    bool m_changed = false; ///< the attributes have changed since they were last reported
    std::optional<Clock::time_point> m_reported; ///< time of the last report of the attributes
    qint64 m_reportedInit = -1; ///< the number of the next initialization section, as last reported
};

void Camera::Session::readPacket()
{
    m_input.read(*m_packet);
    if (m_packet->stream_index == m_input.video().index)
        video(*m_packet);
    else
        audio(*m_packet);
}

/// Replaces the timestamps of a video packet with its place on the timeline. If the wall clock was set, the recording
/// continues with a new initialization section. If the wall clock was set back, the sink is told as well.
void Camera::Session::stamp(AVPacket &packet)
{
    const auto wall = m_timeline.placeVideo(packet);
    if (wall != MediaClock::Wall::Same)
        m_recording.breakTimeline();
    if (wall == MediaClock::Wall::SetBack && m_sink)
        m_sink->timeSetBack();
}

void Camera::Session::audio(AVPacket &packet)
{
    m_timeline.placeAudio(packet);
    m_recording.writeAudio(packet);
}

void Camera::Session::video(AVPacket &packet)
{
    stamp(packet);
    const auto place = Av::microseconds(packet.dts, m_input.video().time_base);
    const auto time = m_timeline.clock().time(place);
    if (const auto rate = m_rate.take(place))
        m_changed |= std::exchange(m_camera.m_frameRate, *rate) != *rate;
    const bool key = packet.flags & AV_PKT_FLAG_KEY;
    if (!m_online && !key) {
        if (Clock::now() - m_opened > keyFrameLimit)
            throw StreamFailure{CameraState::Error, u"Not a stream: it has no key frames"_s};
        return;
    }
    if (key && m_sink) {
        const QDateTime needed = m_sink->neededFrom();
        m_camera.m_ring.keepFrom(needed.isValid() ? std::optional(needed.toMSecsSinceEpoch()) : std::nullopt);
    }
    m_recording.writeVideo(packet, time);
    if (!m_recording.hasBegun())
        return;
    // The standing is set before the picture is shown: a client that gets a snapshot may request the live stream at
    // once.
    m_camera.m_standing = m_recording.standing();
    m_recording.show(packet);
    report();
}

/// Reports the state, the attributes, and the segment numbers after a packet, as far as they have changed.
void Camera::Session::report()
{
    m_online = true;
    // A camera may change its format with each picture. Each report is written to the database, so reports are limited
    // to one per second.
    m_changed |= m_recording.takeChange();
    if (m_changed && (!m_reported || Clock::now() - *m_reported > 1s)) {
        m_changed = false;
        m_reported = Clock::now();
        auto attributes = m_recording.attributes();
        if (attributes.frameRate == 0)
            attributes.frameRate = m_camera.m_frameRate;
        m_camera.m_observer.probed(attributes);
    }
    if (const auto next = m_camera.m_ring.next(); next.init != m_reportedInit) {
        m_reportedInit = next.init;
        m_camera.m_observer.numbered(next);
    }
    if (m_camera.m_standing == LiveStanding::NotKept)
        m_camera.setState(CameraState::Error,
                          m_camera.m_queue.isSlow() ? u"The server's disk is too slow: nothing is recorded"_s
                                                    : u"The server's disk is full: nothing is recorded"_s);
    else
        m_camera.setState(CameraState::Online, {});
}

Camera::Camera(CameraSource source, const MediaSettings &settings, FrameSinkFactory makeSink, Observer observer,
               ConnectPool &pool)
    : m_source(std::move(source))
    , m_settings(settings)
    , m_makeSink(std::move(makeSink))
    , m_observer(std::move(observer))
    , m_pool(pool)
    , m_ring(settings.directory + u'/' + m_source.deviceId.toString() + u"/recordings"_s,
             {.length = settings.ringLength, .indexed = settings.indexed, .disk = settings.disk}, m_source.least)
    , m_pause(settings.firstBackOff)
{
    m_pool.schedule(this, {Clock::now(), Clock::now()}, ConnectPool::Response::Quick,
                    [this](milliseconds most) { connect(most); });
}

Camera::~Camera() { stop(); }

void Camera::requestStop()
{
    m_stop.request_stop();
    if (SubStream *sub = m_sharedSub)
        sub->requestStop();
}

void Camera::stop()
{
    m_stop.request_stop(); // from here on, no attempt starts m_thread
    m_pool.cancel(this);
    if (m_thread.joinable())
        m_thread.join();
    m_pool.cancel(this); // a connection that has just failed may have scheduled the next attempt
    if (m_sub)
        m_sub->stop();
    m_sink.reset();
    m_feed->end();
    m_packets->lose();
    m_ring.edge()->end();
    m_queue.finish(); // last: the disk may take its time, and viewers do not wait for it
}

/// Makes the sink, and begins to read the second stream, before the first attempt.
void Camera::makeSink()
{
    if (!m_sink && m_makeSink)
        m_sink = m_makeSink(m_source.deviceId);
    if (m_source.subUrl.isEmpty() || m_sub)
        return;
    if (m_sink)
        m_sink = std::make_unique<SharedSink>(std::move(m_sink));
    CameraSource sub = m_source;
    sub.url = m_source.subUrl;
    if (!Destination::isSameHost(m_source.url, sub.url))
        sub.username = sub.password = QString(); // they are those of another host
    sub.sound = false;
    const auto lost = [this] {
        if (m_standing != LiveStanding::NotReady)
            return;
        if (m_sink)
            m_sink->lost();
        m_feed->lose();
    };
    m_sub = std::make_unique<SubStream>(std::move(sub), m_settings, SubStream::Targets{m_sink.get(), *m_feed, lost},
                                        m_pool);
    m_sharedSub = m_sub.get();
}

bool Camera::showsSub() const
{
    const SubStream *sub = m_sharedSub;
    return sub && sub->isLive();
}

std::optional<Preview> Camera::snapshot()
{
    auto newest = m_latest.snapshot();
    if (newest && m_standing == LiveStanding::Playable
        && newest->time.msecsTo(QDateTime::currentDateTimeUtc()) > outdatedPicture.count()) {
        if (const auto later = m_ringPicture.newest(m_ring); later && later->time > newest->time)
            newest = later;
    }
    if (!showsSub() || m_standing != LiveStanding::NotReady)
        return newest;
    // The first stream is lost.
    auto sub = m_sharedSub.load()->snapshot();
    return sub ? sub : newest;
}

void Camera::leave(RecordingId id, bool pictures)
{
    const auto endMs = m_ring.leave(id);
    if (pictures && endMs)
        m_latest.forgetUntil(QDateTime::fromMSecsSinceEpoch(*endMs, Times::utc));
}

std::shared_ptr<QIODevice> Camera::watch()
{
    if (showsNothing())
        return nullptr;
    auto stream = m_feed->watch();
    return showsNothing() ? nullptr : stream; // the camera may have been lost meanwhile
}

void Camera::connect(milliseconds most)
{
    if (m_stop.stop_requested())
        return;
    const auto began = Clock::now();
    const bool connected = succeeds([&] {
        makeSink();
        auto input = std::make_unique<StreamInput>(m_source, m_settings, std::min(most, m_settings.openTimeout),
                                                   m_stop.get_token());
        if (!m_stop.stop_requested())
            m_thread = std::jthread([this, input = std::move(input)]() mutable { read(std::move(input)); });
    });
    if (connected)
        return;
    const auto took = Clock::now() - began;
    const bool wasCutShort = most < m_settings.openTimeout && took >= most;
    scheduleAttempt(took < ConnectPool::briefTime ? ConnectPool::Response::Quick : ConnectPool::Response::Slow,
                    wasCutShort);
}

void Camera::read(std::unique_ptr<StreamInput> input)
{
    nameThread("camera");
    const auto began = Clock::now();
    succeeds([&] {
        input->open();
        Session session(*this, *input);
        while (!m_stop.stop_requested())
            session.readPacket();
    });
    input.reset();
    if (Clock::now() - began > goodConnection)
        m_pause = m_settings.firstBackOff;
    scheduleAttempt(ConnectPool::Response::Quick);
}

/// Runs one part of a connection. Returns false if the part throws, after reporting the reason as the camera's state.
bool Camera::succeeds(const std::function<void()> &part)
{
    try {
        part();
        return true;
    } catch (const StreamFailure &failure) {
        if (!m_stop.stop_requested())
            setState(failure.state, failure.reason);
    } catch (const std::exception &error) {
        // A damaged picture of one camera must not end the server.
        qCWarning(lcMedia, "%s: %s", qPrintable(m_source.deviceId.toString()), error.what());
        const auto failure = StreamFailure::notAStream();
        setState(failure.state, failure.reason);
    }
    return false;
}

/// Schedules the next attempt after a pause, and doubles the pause. If the time limit of the pool cut the last attempt
/// short, the camera may only be slow: its next attempt begins as soon as the pool can give it full time.
void Camera::scheduleAttempt(ConnectPool::Response last, bool wasCutShort)
{
    m_standing = LiveStanding::NotReady;
    m_queue.endFile(RecordedFile::Gap::CameraLost);
    m_packets->lose();
    if (m_sink && !showsSub())
        m_sink->lost();
    if (!showsSub())
        m_feed->lose();
    if (m_stop.stop_requested())
        return;
    const auto now = Clock::now();
    const auto due = now + jittered(m_pause);
    if (!wasCutShort)
        m_pause = std::min(m_pause * 2, m_settings.lastBackOff);
    m_pool.schedule(this, {due, wasCutShort ? now : due}, last, [this](milliseconds most) { connect(most); });
}

void Camera::setState(CameraState state, const QString &reason)
{
    if (m_state == state && m_reason == reason)
        return;
    m_state = state;
    m_reason = reason;
    m_observer.stateChanged(state, reason, QDateTime::currentDateTimeUtc());
}

void Camera::sleep(microseconds time)
{
    std::unique_lock lock(m_sleepMutex);
    m_wakeUp.wait_for(lock, m_stop.get_token(), time, [] { return false; });
}
