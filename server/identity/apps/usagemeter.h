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

/// Counts the calls of each app by day (UTC) in memory, so that a call writes nothing. About every second, the counts
/// are added to the database, and the sums over all servers are read back. Thread: any.
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
    /// The count of one app on one day.
    struct Entry
    {
        AppId app;
        QDate day;
        Count count;
    };
    enum class Begun {
        Counted, ///< or, for look(), may be counted
        Exceeded, ///< the quota is used up; the call is not counted
        Unknown, ///< the count in the database is not known yet: call know(), then begin() again
    };

    /// Counts a call unless the app has made `quota` calls today. 0 means no quota.
    Begun begin(AppId app, qint64 quota);
    /// Returns what begin() would, without counting a call.
    Begun look(AppId app, qint64 quota);
    /// Counts a failed call.
    void failed(AppId app);
    /// Sets the count that the database has for the day.
    void know(AppId app, QDate day, const Count &stored);
    /// Returns today's count that is not in the database yet.
    Count unwritten(AppId app);

    /// Takes all counts that are not in the database. Call written() or putBack() for each entry.
    QList<Entry> take();
    /// Tells that the entry has been added to the database, which now holds `sum`.
    void written(const Entry &entry, const Count &sum);
    void putBack(const Entry &entry);
    /// Returns the apps with a quota, which other servers may use up too.
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
        QList<Entry> leftovers; ///< counts of past days
    };
    Shard &shardOf(AppId app) { return m_shards[qHash(app) % m_shards.size()]; }
    /// Returns the app's state of today.
    State &current(Shard &shard, AppId app);
    static Begun standing(State &state, qint64 quota);

    Clock m_clock;
    std::array<Shard, 16> m_shards;
};
