// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/substream.h"

#include "server/cameras/ingest/formattracker.h"
#include "server/cameras/ingest/packettimeline.h"
#include "server/cameras/ingest/picturetap.h"
#include "server/cameras/ingest/streaminput.h"
#include "server/core/base/threadname.h"

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

#include <algorithm>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {
constexpr auto goodConnection = 10s; ///< after a connection of this length, the pauses start again with the shortest
}

void SharedSink::frame(const Picture &picture)
{
    const std::scoped_lock lock(m_mutex);
    if (m_last.isValid() && picture.time < m_last)
        return;
    m_last = picture.time;
    m_sink->frame(picture);
}

void SharedSink::lost()
{
    const std::scoped_lock lock(m_mutex);
    m_sink->lost();
}

void SharedSink::timeSetBack()
{
    const std::scoped_lock lock(m_mutex);
    m_last = {};
    m_sink->timeSetBack();
}

void SharedSink::seen(const QDateTime &time)
{
    const std::scoped_lock lock(m_mutex);
    m_sink->seen(time);
}

bool SharedSink::wanted() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sink->wanted();
}

bool SharedSink::keyFramesSuffice() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sink->keyFramesSuffice();
}

QSize SharedSink::pictureSize() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sink->pictureSize();
}

QDateTime SharedSink::neededFrom() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sink->neededFrom();
}

SubStream::SubStream(CameraSource source, const MediaSettings &settings, Targets targets, ConnectPool &pool)
    : m_source(std::move(source))
    , m_settings(settings)
    , m_targets(std::move(targets))
    , m_pool(pool)
    , m_pause(settings.firstBackOff)
{
    m_pool.schedule(this, {Clock::now(), Clock::now()}, ConnectPool::Response::Quick,
                    [this](std::chrono::milliseconds most) { connect(most); });
}

SubStream::~SubStream() { stop(); }

void SubStream::stop()
{
    m_stop.request_stop();
    m_pool.cancel(this);
    if (m_thread.joinable())
        m_thread.join();
    m_pool.cancel(this); // a connection that has just failed may have scheduled the next attempt
}

void SubStream::schedule()
{
    if (m_live.exchange(false))
        m_targets.lost();
    if (m_stop.stop_requested())
        return;
    const auto due = Clock::now() + m_pause;
    m_pause = std::min(m_pause * 2, m_settings.lastBackOff);
    m_pool.schedule(this, {due, due}, ConnectPool::Response::Slow,
                    [this](std::chrono::milliseconds most) { connect(most); });
}

void SubStream::connect(std::chrono::milliseconds most)
{
    try {
        auto input = std::make_unique<StreamInput>(m_source, m_settings, std::min(most, m_settings.openTimeout),
                                                   m_stop.get_token());
        if (!m_stop.stop_requested())
            m_thread = std::jthread([this, input = std::move(input)]() mutable { read(std::move(input)); });
        return;
    } catch (const StreamFailure &) {
    } catch (const std::exception &) {
        // The first stream shows the pictures meanwhile.
    }
    schedule();
}

void SubStream::read(std::unique_ptr<StreamInput> input)
{
    nameThread("substream");
    const auto began = Clock::now();
    try {
        input->open();
        show(*input);
    } catch (const StreamFailure &) {
    } catch (const std::exception &) {
        // A damaged picture of one camera must not end the server.
    }
    input.reset();
    if (Clock::now() - began > goodConnection)
        m_pause = m_settings.firstBackOff;
    schedule();
}

/// Shows the pictures of a connection until it ends.
///
/// Throws: StreamFailure.
void SubStream::show(StreamInput &input)
{
    PacketTimeline timeline(input, [this](std::chrono::microseconds time) {
        std::unique_lock lock(m_sleepMutex);
        m_wakeUp.wait_for(lock, m_stop.get_token(), time, [] { return false; });
    });
    FormatTracker tracker(input.video());
    std::unique_ptr<PictureTap> tap;
    const auto packet = Av::makePacket();
    while (!m_stop.stop_requested()) {
        input.read(*packet);
        if (packet->stream_index != input.video().index)
            continue;
        // Also after the first stream has said so: older pictures of this one may have come since.
        if (timeline.placeVideo(*packet) == MediaClock::Wall::SetBack && m_targets.sink)
            m_targets.sink->timeSetBack();
        if (tracker.follow(*packet))
            tap = std::make_unique<PictureTap>(input.video(), tracker.format(), m_settings, timeline.clock(),
                                               PictureTap::Targets{m_targets.sink, m_targets.feed, m_latest});
        if (!tap)
            continue;
        m_live = true;
        tap->write(*packet);
    }
}
