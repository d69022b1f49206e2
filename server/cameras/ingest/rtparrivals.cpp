// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/rtparrivals.h"

#include <QtEndian>

#include <algorithm>

namespace {
constexpr qsizetype headSize = 12; // bytes
constexpr std::size_t mostPictures = 1000;
}

bool RtpArrivals::note(const QByteArray &packet, Clock::time_point arrival)
{
    if (packet.size() < headSize || (packet[1] & 0x7f) != m_payloadType)
        return false;
    const auto timestamp = qFromBigEndian<std::uint32_t>(packet.constData() + 4);
    if (m_first.value_or(0) == 0) { // FFmpeg takes a 0 for a missing timestamp
        m_first = m_last = timestamp;
        m_lastPts = 0;
    }
    m_lastPts += std::int32_t(timestamp - std::exchange(m_last, timestamp));
    // A change of the timestamp alone does not separate pictures, because some cameras always send the same timestamp.
    if (m_ended || m_arrivals.back().timestamp != timestamp)
        m_arrivals.push_back({timestamp, arrival});
    if (m_arrivals.size() > mostPictures)
        m_arrivals.pop_front();
    m_ended = packet[1] & 0x80;
    return true;
}

std::optional<RtpArrivals::Clock::time_point> RtpArrivals::take(std::optional<std::int64_t> pts)
{
    auto found = m_arrivals.begin();
    if (pts && m_first) {
        const auto timestamp = *m_first + std::uint32_t(*pts);
        found = std::ranges::find(m_arrivals, timestamp, &Arrival::timestamp);
    }
    if (found == m_arrivals.end())
        return std::nullopt;
    const auto time = found->time;
    m_arrivals.erase(m_arrivals.begin(), found + 1);
    m_ended |= m_arrivals.empty();
    return time;
}

void RtpArrivals::catchUp()
{
    while (m_arrivals.size() > 2 && m_arrivals[0].timestamp == m_arrivals[1].timestamp)
        m_arrivals.pop_front();
}

std::optional<std::int64_t> RtpArrivals::ptsOf(std::uint32_t timestamp) const
{
    return m_first ? std::optional(m_lastPts + std::int32_t(timestamp - m_last)) : std::nullopt;
}
