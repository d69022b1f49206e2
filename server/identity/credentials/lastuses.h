// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <mutex>

/// Records when sessions and app keys were last used, to the minute. note() does not block. A thread with its own
/// database connection writes the times, at most once a minute for each session and key.
class LastUses : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds resolution{60};

    /// Notes a use. `written` is the stored time; nothing happens while it is recent enough. Thread: any.
    void note(SessionId session, const QDateTime &written);
    void note(AppKeyId key, const QDateTime &written);

    /// Start and stop writing. stop() writes the remaining notes. Thread: the object's own.
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
