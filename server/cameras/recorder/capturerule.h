// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/capturemode.h"
#include "models/core/times.h"
#include "server/cameras/recording/fragmentlist.h"
#include "server/core/base/weekclock.h"

#include <chrono>
#include <optional>
#include <vector>

/// A span of time in milliseconds since the epoch. The end is exclusive.
struct MediaSpan
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

/// Decides which fragments of a camera are recorded.
class CaptureRule
{
public:
    /// `zone` is that of the account. `now`: by the clock that the server has when it reads the mode.
    CaptureRule(CaptureMode mode, const QTimeZone &zone, const QDateTime &now = Times::now());

    /// Tells the rule which one it replaces, or repeats. What the camera sent before the mode was set is judged by the
    /// earlier rule for some minutes, with the marks that began before. Without an earlier rule, it is not wanted.
    ///
    /// The mode was set after the earlier one was read, even if the clock of the server that set it says otherwise.
    void follow(const CaptureRule &earlier);
    /// Tells the rule the modes before it, the latest first, as the database has them, if no rule before is known.
    void recall(const QList<CaptureMode> &modes);
    /// Corrects times in the future: the clock was set back. `now`: milliseconds since the epoch.
    void correct(qint64 now);

    const CaptureMode &mode() const { return m_mode; }
    /// Returns whether marks decide about what the camera sends now, or has sent lately.
    bool dependsOnMarks() const;
    /// Returns the longest pre-roll for which marks decide.
    std::chrono::milliseconds preRoll() const;
    /// Returns the time that a mark makes worth recording, with pre-roll and post-roll.
    MediaSpan around(const MediaSpan &mark) const;
    /// Returns whether a fragment is recorded. `marks`: the times of the marks.
    bool wants(const Fragment &fragment, const QList<MediaSpan> &marks) const;
    /// Returns whether a fragment was sent under a known mode that does not record it, whatever marks there are.
    bool forbids(const Fragment &fragment) const;
    /// Returns whether most of what is recorded now will be kept, so that files may be long.
    bool expectsMuch(const QDateTime &now, bool hasOpenMark) const;

    /// Earlier rules that are kept at most, however often the mode is changed.
    static constexpr size_t mostEarlier = 50;

private:
    /// The rule for a fragment, and when it was replaced.
    struct Valid
    {
        const CaptureRule *rule;
        qint64 untilMs;
    };
    std::optional<Valid> validFor(const Fragment &fragment) const;
    bool isOnMark() const { return m_mode.mode == CaptureMode::Mode::OnMark; }
    bool wantsWhile(const Fragment &fragment, const QList<MediaSpan> &marks, qint64 untilMs) const;

    CaptureMode m_mode;
    WeekClock m_clock;
    qint64 m_sinceMs = 0; ///< milliseconds since the epoch; 0: unknown, as the clock was ahead, or never
    qint64 m_readMs = 0; ///< when the mode was read, in milliseconds since the epoch
    std::vector<CaptureRule> m_earlier; ///< for what was sent before that, the latest first; their own are empty
};
