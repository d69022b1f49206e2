// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/capturerule.h"

#include "server/core/base/clockslack.h"

#include <algorithm>
#include <limits>

namespace {
/// Fragments are judged within this time, also by marks that are recorded late.
constexpr std::chrono::minutes longestLag{10};
}

CaptureRule::CaptureRule(CaptureMode mode, const QTimeZone &zone, const QDateTime &now)
    : m_mode(std::move(mode))
    , m_clock(m_mode.schedule, zone)
    , m_readMs(now.toMSecsSinceEpoch())
{
    if (m_mode.modeSince.isValid() && m_mode.modeSince <= now.addSecs(clockSlack.count()))
        m_sinceMs = std::min(m_mode.modeSince, now).toMSecsSinceEpoch();
}

void CaptureRule::follow(const CaptureRule &earlier)
{
    m_earlier = earlier.m_earlier;
    if (earlier.m_mode.modeSince == m_mode.modeSince) {
        m_sinceMs = std::min(m_sinceMs, earlier.m_sinceMs);
    } else {
        m_sinceMs = std::max(m_sinceMs, std::min(earlier.m_readMs, m_readMs));
        m_earlier.insert(m_earlier.begin(), earlier);
        m_earlier.front().m_earlier.clear();
    }
    const qint64 oldest = QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(longestLag).count();
    size_t kept = 0; // until one was replaced too long ago
    for (qint64 untilMs = m_sinceMs; kept < std::min(m_earlier.size(), mostEarlier) && untilMs >= oldest; ++kept)
        untilMs = m_earlier[kept].m_sinceMs;
    m_earlier.erase(m_earlier.begin() + std::ptrdiff_t(kept), m_earlier.end());
}

void CaptureRule::recall(const QList<CaptureMode> &modes)
{
    m_earlier.clear();
    for (const CaptureMode &mode : modes)
        m_earlier.emplace_back(mode, m_clock.zone(), Times::fromMilliseconds(m_readMs));
}

void CaptureRule::correct(qint64 now)
{
    std::erase_if(m_earlier, [now](const CaptureRule &rule) { return rule.m_sinceMs > now; });
    m_sinceMs = std::min(m_sinceMs, now);
    m_readMs = std::min(m_readMs, now);
}

bool CaptureRule::dependsOnMarks() const
{
    return isOnMark() || std::ranges::any_of(m_earlier, &CaptureRule::isOnMark);
}

std::chrono::milliseconds CaptureRule::preRoll() const
{
    double seconds = isOnMark() ? m_mode.preRoll : 0;
    for (const CaptureRule &rule : m_earlier)
        seconds = std::max(seconds, rule.isOnMark() ? rule.m_mode.preRoll : 0);
    return std::chrono::milliseconds(qRound64(seconds * 1000));
}

MediaSpan CaptureRule::around(const MediaSpan &mark) const
{
    return {mark.fromMs - qRound64(m_mode.preRoll * 1000), mark.toMs + qRound64(m_mode.postRoll * 1000)};
}

std::optional<CaptureRule::Valid> CaptureRule::validFor(const Fragment &fragment) const
{
    Valid valid{this, std::numeric_limits<qint64>::max()};
    auto earlier = m_earlier.cbegin();
    while (fragment.endMs() <= valid.rule->m_sinceMs) {
        if (earlier == m_earlier.cend())
            return std::nullopt;
        valid = {&*earlier++, valid.rule->m_sinceMs};
    }
    return valid;
}

bool CaptureRule::wants(const Fragment &fragment, const QList<MediaSpan> &marks) const
{
    const auto valid = validFor(fragment);
    return valid && valid->rule->wantsWhile(fragment, marks, valid->untilMs);
}

bool CaptureRule::forbids(const Fragment &fragment) const
{
    const auto valid = validFor(fragment);
    return valid && !valid->rule->isOnMark() && !valid->rule->wantsWhile(fragment, {}, valid->untilMs);
}

/// `untilMs`: when the rule was replaced. Marks that began later are none of its.
bool CaptureRule::wantsWhile(const Fragment &fragment, const QList<MediaSpan> &marks, qint64 untilMs) const
{
    switch (m_mode.mode) {
    case CaptureMode::Mode::Off:
        return false;
    case CaptureMode::Mode::Continuous:
        return true;
    case CaptureMode::Mode::OnMark:
        return std::ranges::any_of(marks, [&](const MediaSpan &mark) {
            const MediaSpan span = around(mark);
            return mark.fromMs < untilMs && fragment.startMs < span.toMs && fragment.endMs() > span.fromMs;
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
