// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/bytearrivals.h"

#include <algorithm>

namespace {
constexpr std::size_t mostArrivals = 4096;
}

void ByteArrivals::note(qint64 size, Clock::time_point arrival)
{
    if (m_arrivals.size() >= mostArrivals)
        m_arrivals.pop_front();
    m_arrivals.push_back({m_size, arrival});
    m_size += size;
}

std::optional<ByteArrivals::Clock::time_point> ByteArrivals::at(qint64 offset) const
{
    const auto after = std::ranges::upper_bound(m_arrivals, offset, {}, &Arrival::offset);
    if (after == m_arrivals.begin() || offset >= m_size)
        return std::nullopt;
    return std::prev(after)->time;
}
