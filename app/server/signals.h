// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

/// Calls `asked` in the event loop after SIGTERM or SIGINT.
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> asked);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
