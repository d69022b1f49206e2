// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

/// Counts the seconds until another code may be requested.
class CodeCountdown : public QObject
{
    Q_OBJECT

public:
    explicit CodeCountdown(QObject *parent = nullptr);

    /// Starts the countdown. 0 stops it.
    void start(int seconds);
    /// Returns the remaining seconds.
    int seconds() const { return m_seconds; }

Q_SIGNALS:
    void changed();

private:
    QTimer m_timer;
    int m_seconds = 0;
};
