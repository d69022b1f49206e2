// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/periodic.h"

Periodic::Periodic(std::chrono::milliseconds interval, const char *failure, std::function<void()> call)
    : m_failure(failure)
    , m_call(std::move(call))
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { callNow(); });
    m_clock.start(interval);
}

void Periodic::callNow()
{
    try {
        m_call();
    } catch (const std::exception &error) {
        qWarning("%s, retrying: %s", m_failure, error.what());
    }
}
