// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/noticeboard.h"

#include <QObject>

void NoticeBoard::add(const QString &channel, QObject *context, std::function<void()> heard)
{
    const std::lock_guard guard(m_lock);
    m_listeners += {channel, context, std::move(heard)};
}

void NoticeBoard::remove(const QObject *context)
{
    const std::lock_guard guard(m_lock);
    m_listeners.removeIf([context](const Listener &listener) { return listener.context == context; });
}

void NoticeBoard::ring(const QString &channel)
{
    const std::lock_guard guard(m_lock); // held until all are posted, so that no context is destroyed meanwhile
    for (const Listener &listener : std::as_const(m_listeners)) {
        if (listener.channel == channel)
            QMetaObject::invokeMethod(listener.context, listener.heard, Qt::QueuedConnection);
    }
}
