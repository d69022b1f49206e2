// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/capturerule.h"

#include "models/core/times.h"

#include <algorithm>
#include <chrono>

namespace {
/// Fragments are judged within this time.
constexpr std::chrono::minutes longestLag{10};
}

CaptureRule::CaptureRule(CaptureMode mode, const QTimeZone &zone)
    : m_mode(std::move(mode))
    , m_clock(m_mode.schedule, zone)
    , m_sinceMs(m_mode.modeSince.isValid() ? std::min(m_mode.modeSince, Times::now()).toMSecsSinceEpoch() : 0)
{
}

void CaptureRule::follow(const CaptureRule &earlier)
{
    if (earlier.m_mode.modeSince == m_mode.modeSince) {
        m_sinceMs = earlier.m_sinceMs;
        m_earlier = earlier.m_earlier;
    } else if (!earlier.dependsOnMarks()) {
        auto before = std::make_shared<CaptureRule>(earlier);
        if (before->m_sinceMs < m_sinceMs - std::chrono::milliseconds(longestLag).count())
            before->m_earlier.reset();
        m_earlier = std::move(before);
    }
}

MediaSpan CaptureRule::around(const MediaSpan &mark) const
{
    return {mark.fromMs - qRound64(m_mode.preRoll * 1000), mark.toMs + qRound64(m_mode.postRoll * 1000)};
}

bool CaptureRule::wants(const Fragment &fragment, const QList<MediaSpan> &marks) const
{
    if (fragment.endMs() <= m_sinceMs)
        return m_earlier && m_earlier->wants(fragment, {});
    switch (m_mode.mode) {
    case CaptureMode::Mode::Off:
        return false;
    case CaptureMode::Mode::Continuous:
        return true;
    case CaptureMode::Mode::OnMark:
        return std::ranges::any_of(marks, [&](const MediaSpan &span) {
            return fragment.startMs < span.toMs && fragment.endMs() > span.fromMs;
        });
    case CaptureMode::Mode::Schedule:
        return m_clock.counts(Times::fromMilliseconds(fragment.startMs))
            || m_clock.counts(Times::fromMilliseconds(fragment.endMs() - 1));
    }
    return false;
}

bool CaptureRule::expectsMuch(const QDateTime &now, bool hasOpenMark) const
{
    switch (m_mode.mode) {
    case CaptureMode::Mode::Off:
        return false;
    case CaptureMode::Mode::Continuous:
        return true;
    case CaptureMode::Mode::OnMark:
        return hasOpenMark;
    case CaptureMode::Mode::Schedule:
        return m_clock.counts(now);
    }
    return false;
}
