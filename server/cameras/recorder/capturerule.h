// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/capturemode.h"
#include "server/cameras/recording/fragmentlist.h"
#include "server/core/base/weekclock.h"

#include <memory>

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
    /// `zone` is that of the account.
    CaptureRule(CaptureMode mode, const QTimeZone &zone);

    /// Tells the rule which one it replaces, or repeats. What the camera sent before the mode was set is judged by the
    /// earlier rule, unless that depends on marks. Without an earlier rule, it is not wanted.
    void follow(const CaptureRule &earlier);

    const CaptureMode &mode() const { return m_mode; }
    bool dependsOnMarks() const { return m_mode.mode == CaptureMode::Mode::OnMark; }
    /// Returns the time that a mark makes worth recording, with pre-roll and post-roll.
    MediaSpan around(const MediaSpan &mark) const;
    /// Returns whether a fragment is recorded. `marks` are spans that around() has returned.
    bool wants(const Fragment &fragment, const QList<MediaSpan> &marks) const;
    /// Returns whether most of what is recorded now will be kept, so that files may be long.
    bool expectsMuch(const QDateTime &now, bool hasOpenMark) const;

private:
    CaptureMode m_mode;
    WeekClock m_clock;
    qint64 m_sinceMs = 0; ///< milliseconds since the epoch, not in the future: the clock may have been ahead
    std::shared_ptr<const CaptureRule> m_earlier; ///< for what was sent before that; null: nothing of it is wanted
};
