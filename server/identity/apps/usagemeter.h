// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDate>
#include <QHash>
#include <QList>

#include <array>
#include <functional>
#include <mutex>
#include <optional>

/// Counts the calls of each app by day (UTC), in memory and for all threads of a process, so that a call writes
/// nothing. What was counted is taken out and added to the database every second or so; the sums that are there, of all
/// servers, come back in the same turn.
class UsageMeter
{
public:
    using Clock = std::function<std::chrono::system_clock::time_point()>;
    explicit UsageMeter(Clock clock = {});

    struct Count
    {
        qint64 calls = 0;
        qint64 errors = 0;

        Count &operator+=(const Count &other);
        friend bool operator==(const Count &, const Count &) = default;
    };
    /// Of one app on one day.
    struct Entry
    {
        AppId app;
        QDate day;
        Count count;
    };
    enum class Begun {
        Counted,
        Exceeded, ///< the quota is used up; not counted
        Unknown, ///< what the database has is not known yet: tell it by know(), and begin again
    };

    /// One more call, unless the app has made `quota` of them today; 0: no quota.
    Begun begin(AppId app, qint64 quota);
    /// The call has failed.
    void failed(AppId app);
    /// What the database has of today.
    void know(AppId app, QDate day, const Count &stored);
    /// What was counted today and is not in the database yet.
    Count unwritten(AppId app);

    /// All that is not in the database; written() or putBack() follows for each.
    QList<Entry> take();
    /// It is there now, and `sum` with it.
    void written(const Entry &entry, const Count &sum);
    void putBack(const Entry &entry);
    /// Whose quota other servers may use up, too.
    QList<AppId> withQuota();

    QDate today() const;
    std::chrono::seconds untilMidnight() const;

private:
    struct State
    {
        QDate day;
        Count pending;
        Count writing;
        std::optional<Count> stored;
        bool hasQuota = false;
    };
    struct alignas(64) Shard
    {
        std::mutex mutex;
        QHash<AppId, State> states;
        QList<Entry> leftovers; ///< of days that are over
    };
    Shard &shardOf(AppId app) { return m_shards[qHash(app) % m_shards.size()]; }
    /// The app's, of today.
    State &current(Shard &shard, AppId app);

    Clock m_clock;
    std::array<Shard, 16> m_shards;
};
