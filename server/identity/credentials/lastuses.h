// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <mutex>

/// When sessions and app keys were last used, to a minute. Whoever finds one used notes it, on any thread and without a
/// wait; it is written on a thread of its own, with a database connection of its own, and at most once a minute for
/// each session and each key.
class LastUses : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds resolution{60};

    /// From any thread. `written` is the time that the row has; nothing happens while that is recent enough.
    void note(SessionId session, const QDateTime &written);
    void note(AppKeyId key, const QDateTime &written);

    /// Both on its own thread; what is noted in between gets written.
    void start(Database &database) { m_database = &database; }
    void stop();

private:
    static bool isRecent(const QDateTime &written);
    void wake();
    void write();

    std::mutex m_lock;
    QSet<SessionId> m_sessions;
    QSet<AppKeyId> m_keys;
    bool m_woken = false;
    Database *m_database = nullptr;
};
