// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <mutex>

class QObject;

/// Carries notices between the connections of one process to a SQLite file, like NOTIFY of PostgreSQL.
///
/// Thread: any.
class NoticeBoard
{
public:
    /// Adds a listener. `heard` runs in the event loop of the thread of `context`.
    void add(const QString &channel, QObject *context, std::function<void()> heard);
    /// Removes the listeners of a context. Must be called before `context` is destroyed.
    void remove(const QObject *context);
    /// Notifies every listener of the channel.
    void ring(const QString &channel);

private:
    struct Listener
    {
        QString channel;
        QObject *context;
        std::function<void()> heard;
    };
    std::mutex m_lock;
    QList<Listener> m_listeners;
};
