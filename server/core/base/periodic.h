// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <chrono>
#include <functional>

/// Calls a function at an interval as long as the object exists. A call that throws an exception is logged, and the
/// next one follows after the same interval.
///
/// Thread: the one that creates the object, which needs an event loop.
class Periodic
{
public:
    /// `failure`: the beginning of the line that is logged for an exception, such as `Cannot end trials`.
    Periodic(std::chrono::milliseconds interval, const char *failure, std::function<void()> call);
    Q_DISABLE_COPY_MOVE(Periodic)

    /// Calls the function now.
    void callNow();

private:
    const char *const m_failure;
    const std::function<void()> m_call;
    QTimer m_clock;
};
