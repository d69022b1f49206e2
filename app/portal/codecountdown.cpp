// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/codecountdown.h"

using namespace std::chrono_literals;

CodeCountdown::CodeCountdown(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (--m_seconds <= 0)
            m_timer.stop();
        Q_EMIT changed();
    });
}

void CodeCountdown::start(int seconds)
{
    m_seconds = seconds;
    if (seconds > 0)
        m_timer.start();
    else
        m_timer.stop();
    Q_EMIT changed();
}
