// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/liveparts.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
/// A playlist lists the parts of the last three target durations. Players with an older playlist need some more.
constexpr qsizetype mostSegments = 8;
constexpr int editionBase = 36;
constexpr std::chrono::milliseconds leastTarget{300};
constexpr int shortestPercent = 85; ///< of PART-TARGET
/// The usual duration is in the middle between the shortest and the longest that are allowed, so that pictures may come
/// a little early or late.
constexpr qint64 usualPerMille = (1000 + 10 * shortestPercent) / 2;
}

QString PartName::toString() const
{
    return u"part-%1-%2-%3.m4s"_s.arg(sequence).arg(index).arg(edition, 0, editionBase);
}

std::optional<PartName> PartName::parse(QStringView name)
{
    if (!name.startsWith("part-"_L1) || !name.endsWith(".m4s"_L1) || name.size() < 14)
        return std::nullopt;
    const auto numbers = name.sliced(5).chopped(4).split(u'-');
    if (numbers.size() != 3)
        return std::nullopt;
    const PartName parsed{numbers[0].toLongLong(), numbers[1].toInt(), numbers[2].toULongLong(nullptr, editionBase)};
    return parsed.sequence >= 0 && parsed.index >= 0 && parsed.toString() == name ? std::optional(parsed)
                                                                                  : std::nullopt;
}

qint64 SegmentParts::durationMs() const
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0),
                           [](qint64 sum, const Part &part) { return sum + part.durationMs; });
}

const SegmentParts *LiveParts::open() const
{
    return m_segments.isEmpty() || !m_segments.constLast().isOpen ? nullptr : &m_segments.constLast();
}

void LiveParts::begin(SegmentParts segment)
{
    if (m_segments.size() >= mostSegments)
        m_segments.removeFirst();
    m_segments += std::move(segment);
}

void LiveParts::add(const SegmentParts::Part &part) { m_segments.last().parts += part; }

void LiveParts::end() { m_segments.last().isOpen = false; }

void LiveParts::drop()
{
    if (open())
        m_segments.removeLast();
}

std::chrono::milliseconds LiveParts::target() const
{
    std::vector<qint64> durations;
    for (const SegmentParts &segment : m_segments) {
        for (const SegmentParts::Part &part : segment.parts)
            durations.push_back(part.durationMs);
    }
    if (durations.empty())
        return leastTarget;
    const auto usual = durations.begin() + std::ptrdiff_t(durations.size() / 2);
    std::ranges::nth_element(durations, usual);
    return std::max(leastTarget, std::chrono::milliseconds(*usual * 1000 / usualPerMille));
}

std::chrono::milliseconds LiveParts::shortest(std::chrono::milliseconds target)
{
    return (target * shortestPercent + std::chrono::milliseconds(99)) / 100;
}

std::optional<FilePart> LiveParts::place(const PartName &name) const
{
    const auto segment = std::ranges::find(m_segments, name.sequence, &SegmentParts::sequence);
    if (segment == m_segments.end() || name.edition != segment->edition || name.index >= segment->parts.size())
        return std::nullopt;
    const SegmentParts::Part &part = segment->parts[name.index];
    return FilePart{segment->path, part.offset, part.bytes};
}
