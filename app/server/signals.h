// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

/// SIGTERM and SIGINT, brought to the event loop.
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> asked);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
