// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/heldpackets.h"

extern "C" {
#include <libavcodec/packet.h>
}

namespace {
constexpr std::int64_t mostBytes = 32 << 20;
/// For this time, nothing but reading keeps the packets of a file from arriving at once.
constexpr auto firstLook = std::chrono::milliseconds(250);
}

bool HeldPackets::mustKnowMore() const
{
    return !m_isFile && (m_lead.isDoubtful() || (m_began && Clock::now() - *m_began < firstLook));
}

void HeldPackets::readAhead()
{
    while (!m_end && (m_packets.empty() || mustKnowMore())) {
        try {
            m_packets.push_back(m_read());
        } catch (...) {
            m_end = std::current_exception();
            m_isFile |= m_lead.isDoubtful();
            return;
        }
        const Arrived &last = m_packets.back();
        if (last.stamp) {
            m_lead.observe(*last.stamp, last.time);
            m_began = m_began.value_or(Clock::now());
        }
        m_bytes += last.packet->size;
        m_isFile |= m_lead.isFile() || m_bytes > mostBytes;
    }
}

HeldPackets::Clock::time_point HeldPackets::take(AVPacket &packet)
{
    readAhead();
    if (m_packets.empty())
        std::rethrow_exception(m_end);
    const Arrived next = std::move(m_packets.front());
    m_packets.pop_front();
    m_bytes -= next.packet->size;
    av_packet_unref(&packet);
    av_packet_move_ref(&packet, next.packet.get());
    return m_isFile ? Clock::now() : next.time;
}
