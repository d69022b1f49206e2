// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/capturerule.h"

#include "models/core/times.h"

#include <algorithm>

CaptureRule::CaptureRule(CaptureMode mode, const QTimeZone &zone)
    : m_mode(std::move(mode))
    , m_clock(m_mode.schedule, zone)
    , m_sinceMs(m_mode.modeSince.isValid() ? m_mode.modeSince.toMSecsSinceEpoch() : 0)
{
}

MediaSpan CaptureRule::around(const MediaSpan &mark) const
{
    return {mark.fromMs - qRound64(m_mode.preRoll * 1000), mark.toMs + qRound64(m_mode.postRoll * 1000)};
}

bool CaptureRule::wants(const Fragment &fragment, const QList<MediaSpan> &marks) const
{
    if (fragment.endMs() <= m_sinceMs)
        return false;
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
