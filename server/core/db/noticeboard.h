// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <mutex>

class QObject;

/// Carries notices between the connections of one process, as NOTIFY does between those of a PostgreSQL server.
///
/// Thread: every function may be called from every thread.
class NoticeBoard
{
public:
    /// `heard` is called on the thread of `context`, once its event loop gets to it.
    void add(const QString &channel, QObject *context, std::function<void()> heard);
    /// To be called before `context` is destroyed.
    void remove(const QObject *context);
    /// Tells every listener of the channel.
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
