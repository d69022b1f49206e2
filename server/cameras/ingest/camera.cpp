// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/camera.h"

#include "server/cameras/ingest/mediaclock.h"
#include "server/cameras/ingest/recording.h"
#include "server/cameras/ingest/streaminput.h"

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
/// Cameras with a "smart" codec send one key frame per minute.
constexpr auto keyFrameLimit = 120s;
/// Pictures are decoded at most so long before they are shown. More is a damaged timestamp.
constexpr auto longestReordering = 2s;
/// Sound whose timestamp is further from its arrival belongs to no picture.
constexpr auto longestLag = 6s;
/// A connection that held for so long was a good one: the next pause is the shortest again.
constexpr auto goodConnection = 10s;

microseconds sinceStart(std::chrono::time_point<Clock> time)
{
    return std::chrono::duration_cast<microseconds>(time.time_since_epoch());
}

microseconds sinceEpoch()
{
    return std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch());
}

milliseconds jittered(milliseconds pause)
{
    return milliseconds(pause.count() * QRandomGenerator::global()->bounded(80, 121) / 100);
}
}

/// One connection, from the first key frame on.
class Camera::Session
{
public:
    Session(Camera &camera, StreamInput &input)
        : m_camera(camera)
        , m_sink(camera.m_sink.get())
        , m_input(input)
        , m_recording(m_input, camera.m_settings, m_clock, {camera.m_ring, m_sink, *camera.m_feed, camera.m_latest})
    {
    }
    void readPacket();

private:
    void video(AVPacket &packet);
    void audio(AVPacket &packet);
    void stamp(AVPacket &packet);
    void report();
    void keepPace(microseconds stamp);

    Camera &m_camera;
    FrameSink *const m_sink;
    MediaClock m_clock;
    StreamInput &m_input;
    Recording m_recording;
    AvOwned<AVPacket> m_packet = Av::makePacket();
    const Clock::time_point m_opened = Clock::now();
    bool m_online = false;
    bool m_changed = false; ///< the attributes are to be reported
    std::optional<Clock::time_point> m_reported; ///< when they were
    qint64 m_noted = -1; ///< the number of the next initialization section, when it was last reported
    std::optional<microseconds> m_firstStamp;
    std::optional<std::int64_t> m_shift; ///< ticks from the camera's timestamps to the timeline, while they are used
    std::int64_t m_lastTicks = -1;
};

void Camera::Session::readPacket()
{
    m_input.read(*m_packet);
    if (m_packet->stream_index == m_input.video().index)
        video(*m_packet);
    else
        audio(*m_packet);
}

/// Replaces the timestamps of a video packet by its place on the timeline of the clock. If the wall clock was set, the
/// recording and, if time decreases, the analysis start anew.
void Camera::Session::stamp(AVPacket &packet)
{
    const AVRational base = m_input.video().time_base;
    std::optional<microseconds> own;
    if (packet.dts != AV_NOPTS_VALUE)
        own = Av::microseconds(packet.dts, base);
    if (own)
        keepPace(*own);
    // A file is read ahead of the moment at which it is shown.
    const auto now = Clock::now();
    const auto arrival = m_input.isLive() ? m_input.arrival() : now;
    const auto wall = sinceEpoch() - std::chrono::duration_cast<microseconds>(now - arrival);
    const auto reading = m_clock.observe(own, sinceStart(arrival), wall);
    if (reading.wall != MediaClock::Wall::Same)
        m_recording.breakTimeline();
    if (reading.wall == MediaClock::Wall::SetBack && m_sink)
        m_sink->timeSetBack();

    // A shift in ticks keeps the distances exact.
    auto ticks = Av::stamp(reading.stamp, base);
    if (reading.isOwn && m_shift)
        ticks = packet.dts + *m_shift;
    ticks = std::max(ticks, m_lastTicks + 1);
    const bool hasBoth = packet.dts != AV_NOPTS_VALUE && packet.pts != AV_NOPTS_VALUE;
    const auto reordering = hasBoth ? packet.pts - packet.dts : 0;
    m_shift = packet.dts != AV_NOPTS_VALUE ? std::optional(ticks - packet.dts) : std::nullopt;
    packet.dts = ticks;
    packet.pts = reordering > 0 && reordering <= Av::stamp(longestReordering, base) ? ticks + reordering : ticks;
    m_lastTicks = ticks;
}

void Camera::Session::audio(AVPacket &packet)
{
    const AVRational base = m_input.audio()->time_base;
    const auto arrived = m_clock.arrived(sinceStart(m_input.arrival()));
    auto place = arrived;
    if (packet.dts != AV_NOPTS_VALUE && m_shift) {
        const auto own = Av::microseconds(packet.dts, base) + Av::microseconds(*m_shift, m_input.video().time_base);
        if (std::chrono::abs(own - arrived) < longestLag)
            place = own;
    }
    packet.dts = packet.pts = Av::stamp(place, base);
    m_recording.writeAudio(packet);
}

void Camera::Session::video(AVPacket &packet)
{
    stamp(packet);
    const auto time = m_clock.time(Av::microseconds(packet.dts, m_input.video().time_base));
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
    // First, because a client that got a snapshot may ask for the live pictures at once.
    m_camera.m_standing = m_recording.standing();
    m_recording.show(packet);
    report();
}

/// Reports what became of the last packet.
void Camera::Session::report()
{
    m_online = true;
    // A camera may change its format with each picture. The database must not be written to as often.
    m_changed |= m_recording.takeChange();
    if (m_changed && (!m_reported || Clock::now() - *m_reported > 1s)) {
        m_changed = false;
        m_reported = Clock::now();
        m_camera.m_observer.probed(m_recording.attributes());
    }
    if (const auto next = m_camera.m_ring.next(); next.init != m_noted) {
        m_noted = next.init;
        m_camera.m_observer.numbered(next);
    }
    if (m_camera.m_standing == LiveStanding::NotKept)
        m_camera.setState(CameraState::Error, u"The server's disk is full: nothing is recorded"_s);
    else
        m_camera.setState(CameraState::Online, {});
}

/// Holds back what would come faster than it was filmed.
void Camera::Session::keepPace(microseconds stamp)
{
    if (m_input.isLive())
        return;
    if (!m_firstStamp)
        m_firstStamp = stamp;
    const auto ahead = (stamp - *m_firstStamp) - std::chrono::duration_cast<microseconds>(Clock::now() - m_opened);
    if (ahead > 0s && ahead < 1min)
        m_camera.sleep(ahead);
}

Camera::Camera(CameraSource source, const MediaSettings &settings, FrameSinkFactory makeSink, Observer observer,
               ConnectPool &pool)
    : m_source(std::move(source))
    , m_settings(settings)
    , m_makeSink(std::move(makeSink))
    , m_observer(std::move(observer))
    , m_pool(pool)
    , m_ring(settings.directory + u'/' + m_source.deviceId.toString() + u"/ring"_s, settings.ringLength, m_source.least,
             settings.disk)
    , m_pause(settings.firstBackOff)
{
    m_pool.schedule(this, {Clock::now(), Clock::now()}, ConnectPool::Lately::Quick,
                    [this](milliseconds most) { connect(most); });
}

Camera::~Camera() { stop(); }

void Camera::stop()
{
    m_stop.request_stop(); // from here on, no try begins to read
    m_pool.cancel(this);
    if (m_thread.joinable())
        m_thread.join();
    m_pool.cancel(this); // a connection that has just failed may have scheduled the next try
    m_sink.reset();
    m_feed->end();
}

void Camera::connect(milliseconds most)
{
    if (m_stop.stop_requested())
        return;
    if (!m_sink && m_makeSink)
        m_sink = m_makeSink(m_source.deviceId);
    const auto began = Clock::now();
    const bool connected = succeeds([&] {
        auto input = std::make_unique<StreamInput>(m_source, m_settings, std::min(most, m_settings.openTimeout),
                                                   m_stop.get_token());
        if (!m_stop.stop_requested())
            m_thread = std::jthread([this, input = std::move(input)]() mutable { read(std::move(input)); });
    });
    if (connected)
        return;
    const auto took = Clock::now() - began;
    const bool wasCut = most < m_settings.openTimeout && took >= most;
    tryAgain(took < ConnectPool::briefTime ? ConnectPool::Lately::Quick : ConnectPool::Lately::Slow, wasCut);
}

void Camera::read(std::unique_ptr<StreamInput> input)
{
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
    tryAgain(ConnectPool::Lately::Quick);
}

/// Returns false if a part of a connection fails, after it has reported why.
bool Camera::succeeds(const std::function<void()> &part)
{
    try {
        part();
        return true;
    } catch (const StreamFailure &failure) {
        if (!m_stop.stop_requested())
            setState(failure.state, failure.reason);
    } catch (const std::exception &error) {
        // One camera's damaged picture must not end the server.
        qCWarning(lcMedia, "%s: %s", qPrintable(m_source.deviceId.toString()), error.what());
        const auto failure = StreamFailure::notAStream();
        setState(failure.state, failure.reason);
    }
    return false;
}

/// Schedules the next try after a pause, which grows. A camera whose try was cut may only have been slow: it is tried
/// again as soon as it can have all the time that it wants.
void Camera::tryAgain(ConnectPool::Lately lately, bool wasCut)
{
    m_standing = LiveStanding::NotReady;
    if (m_sink)
        m_sink->lost();
    if (m_stop.stop_requested())
        return;
    const auto now = Clock::now();
    const auto due = now + jittered(m_pause);
    if (!wasCut)
        m_pause = std::min(m_pause * 2, m_settings.lastBackOff);
    m_pool.schedule(this, {due, wasCut ? now : due}, lately, [this](milliseconds most) { connect(most); });
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
