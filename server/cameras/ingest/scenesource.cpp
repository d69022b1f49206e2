// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/scenesource.h"

#include "server/cameras/ingest/footage.h"
#include "server/cameras/ingest/streamfailure.h"

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
}

#include <cstdlib>
#include <new>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Clock = std::chrono::system_clock;

namespace {
constexpr std::int64_t frames = Footage::framesPerSecond;
constexpr int ticksPerSecond = 90'000;
/// A lost stream answers this time before its pictures return, because the pauses between attempts have grown by then.
constexpr std::int64_t answersAhead = 2; // seconds
constexpr std::int64_t longestLag = 3; // seconds

std::chrono::microseconds now()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch());
}

std::int64_t secondNow() { return std::chrono::floor<std::chrono::seconds>(now()).count(); }
std::int64_t frameNow() { return now().count() * frames / 1'000'000; }

SceneScript scriptOf(const QUrl &url)
{
    const auto script = SceneScript::parse(url);
    if (!script)
        throw StreamFailure{CameraState::Error, u"This scene does not exist"_s};
    if (!Footage::isAvailable())
        throw StreamFailure{CameraState::Error, u"This server cannot show scenes"_s};
    return *script;
}
}

SceneSource::SceneSource(const QUrl &url, const WaitLimit &wait)
    : m_script(scriptOf(url))
    , m_wait(wait)
{
    const auto second = secondNow();
    if (m_script.at(second).shot == Shot::Nothing && m_script.at(second + answersAhead).shot == Shot::Nothing)
        throw StreamFailure::notReachable();
}

void SceneSource::waitFor(std::int64_t frame) const
{
    const std::chrono::microseconds due(frame * 1'000'000 / frames);
    for (auto left = due - now(); left > 0us; left = due - now()) {
        if (m_wait.isOver())
            throw StreamFailure::notReachable();
        std::this_thread::sleep_for(std::min<std::chrono::microseconds>(left, 100ms));
    }
}

AVFormatContext *SceneSource::open() const
{
    for (auto second = secondNow(); m_script.at(second).shot == Shot::Nothing; ++second)
        waitFor((second + 1) * frames);
    AVFormatContext *context = avformat_alloc_context();
    AVStream *stream = context ? avformat_new_stream(context, nullptr) : nullptr;
    if (!stream || avcodec_parameters_copy(stream->codecpar, &Footage::shared().parameters()) < 0) {
        avformat_free_context(context);
        throw std::bad_alloc();
    }
    stream->time_base = {1, ticksPerSecond};
    stream->avg_frame_rate = stream->r_frame_rate = {int(frames), 1};
    return context;
}

/// Makes the next key frame the next frame.
void SceneSource::seek() { m_next = (frameNow() / frames + 1) * frames; }

/// Makes the next key frame the first frame. A happening that has begun is left out, so that each mark is that of a
/// whole one.
void SceneSource::start()
{
    seek();
    m_first = m_next;
    m_quietUntil = m_next / frames;
    while (m_script.at(m_quietUntil).second > 0 && m_script.at(m_quietUntil).shot != Shot::Nothing)
        ++m_quietUntil;
}

void SceneSource::read(AVPacket &packet)
{
    // A reader that was late for a moment gets all frames. After a long pause, or if the clock was set, some are
    // skipped.
    if (m_next < 0)
        start();
    else if (std::abs(m_next - frameNow()) > longestLag * frames)
        seek();
    waitFor(m_next);
    const auto second = m_next / frames;
    const auto moment = second < m_quietUntil ? SceneScript::Moment() : m_script.at(second);
    if (m_wait.isOver() || moment.shot == Shot::Nothing)
        throw StreamFailure::notReachable();
    av_packet_unref(&packet);
    if (av_packet_ref(&packet, Footage::shared().at(moment).at(std::size_t(m_next % frames)).get()) < 0)
        throw std::bad_alloc();
    packet.stream_index = 0;
    packet.pts = packet.dts = (m_next - m_first) * ticksPerSecond / frames;
    packet.duration = ticksPerSecond / frames;
    ++m_next;
}
