// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/rtptimes.h"

#include <QtEndian>

#include <algorithm>
#include <cstdlib>

using std::chrono::microseconds;

namespace {
constexpr int audioRate = 8000; // of the static payload types that cameras use: G.711 (RFC 3551, 6)
constexpr int videoRate = 90'000;
// Beyond these, no camera counts, and the calculation could overflow.
constexpr int leastRate = 1000;
constexpr std::int64_t mostTicks = std::int64_t(1) << 48;
constexpr qsizetype leastReport = 20; // bytes of a sender report up to its RTP timestamp
constexpr char senderReport = char(200);
constexpr char applicationDefined = char(204); // FFmpeg ignores such packets

/// Returns the rate in `a=rtpmap:<payload type> <encoding>/<rate>[/<channels>]`.
int rateOf(const SessionDescription::Media &media)
{
    for (const QByteArray &line : media.lines) {
        if (line.startsWith("a=rtpmap:"))
            return line.split('/').value(1).toInt();
    }
    return media.kind == "video" ? videoRate : audioRate;
}

std::uint32_t word(const char *at) { return qFromBigEndian<std::uint32_t>(at); }
bool isControl(const QByteArray &packet) { return uchar(packet[1]) >= 200 && uchar(packet[1]) <= 210; }
}

RtpTimes::RtpTimes(const QList<SessionDescription::Media> &media)
{
    for (const SessionDescription::Media &each : media)
        m_streams.push_back({each.kind == "video", rateOf(each), RtpArrivals(each.payloadType.toInt())});
}

void RtpTimes::take(QByteArray &packet, Clock::time_point arrival)
{
    if (packet.size() < 8)
        return;
    if (!isControl(packet)) {
        const auto stream =
            std::ranges::find_if(m_streams, [&](Stream &each) { return each.arrivals.note(packet, arrival); });
        if (stream != m_streams.end())
            stream->source = word(packet.constData() + 8);
        return;
    }
    // Several RTCP packets may be joined.
    for (qsizetype at = 0; at + leastReport <= packet.size();) {
        if (packet[at + 1] == senderReport) {
            report(packet.constData() + at);
            packet[at + 1] = applicationDefined;
        }
        at += (qFromBigEndian<quint16>(packet.constData() + at + 2) + 1) * 4;
    }
}

/// Notes a sender report.
void RtpTimes::report(const char *block)
{
    const auto isSender = [&](const Stream &each) { return each.source == word(block + 4); };
    const auto stream = std::ranges::find_if(m_streams, isSender);
    if (stream == m_streams.end() || std::ranges::count_if(m_streams, isSender) > 1)
        return;
    const microseconds time(word(block + 8) * std::int64_t(1'000'000)
                            + ((word(block + 12) * std::uint64_t(1'000'000)) >> 32));
    const auto pts = stream->arrivals.ptsOf(word(block + 16));
    if (pts && std::abs(*pts) < mostTicks && stream->rate >= leastRate)
        stream->report = {time, microseconds(std::int64_t(double(*pts) * 1e6 / stream->rate))};
}

void RtpTimes::catchUp()
{
    for (Stream &stream : m_streams)
        stream.arrivals.catchUp();
}

std::optional<RtpTimes::Clock::time_point> RtpTimes::arrival(int stream, std::optional<std::int64_t> pts)
{
    if (!hasStream(stream))
        return std::nullopt;
    // A packet with several frames of sound has one timestamp.
    if (!pts && !m_streams[std::size_t(stream)].isVideo)
        return std::nullopt;
    return m_streams[std::size_t(stream)].arrivals.take(pts);
}

std::optional<microseconds> RtpTimes::convert(microseconds stamp, int from, int to) const
{
    if (!hasStream(from) || !hasStream(to))
        return std::nullopt;
    const auto &first = m_streams[std::size_t(from)].report;
    const auto &second = m_streams[std::size_t(to)].report;
    if (!first || !second)
        return std::nullopt;
    return stamp - first->stamp + first->time - second->time + second->stamp;
}
