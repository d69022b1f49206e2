// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/timeline.h"

/// The marks of a device for its timeline. The area that stores marks implements this interface, so that recordings do
/// not depend on it.
class TimelineMarks
{
public:
    virtual ~TimelineMarks() = default;
    /// Returns the marks between two times that are not in the bin, joined by the steps in which they start, in order.
    /// `stepMs` is the length of a step in milliseconds. Steps are counted from `from`.
    virtual QList<TimelineMark> marks(AccountId account, DeviceId device, const QDateTime &from, const QDateTime &to,
                                      qint64 stepMs) = 0;
};
