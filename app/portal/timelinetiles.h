// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/timeline.h"

#include <QHash>
#include <QJsonObject>

#include <array>
#include <functional>

/// What a camera recorded in a part of time, as the server answers it. Times are milliseconds since the epoch.
struct TimelineTile
{
    struct Span
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    struct Gap
    {
        qint64 from = 0;
        qint64 to = 0;
        TimelineGap::Cause cause = TimelineGap::Cause::None;
        bool cut = false; ///< it goes on beside what is loaded
    };
    /// The marks that start in one step.
    struct Mark
    {
        qint64 from = 0;
        qint64 to = 0;
        int count = 1;
        QString label; ///< empty if the labels differ
        QString id; ///< empty if there are several
    };
    struct Motion
    {
        qint64 from = 0;
        int level = 0; ///< 1 to 15
    };

    static TimelineTile fromJson(const QJsonObject &json);

    qint64 to = 0; ///< how far the server knew the timeline
    qint64 stepMs = 1000;
    QList<Span> spans;
    QList<Gap> gaps;
    QList<Mark> marks;
    QList<Motion> motion;
};

/// Keeps the timelines of cameras in tiles of a few fixed resolutions, so that panning and zooming load each part of
/// time once. The tiles that were used last are kept.
class TimelineTiles
{
public:
    struct Level
    {
        qint64 stepMs;
        qint64 tileMs;
    };
    /// From fine to coarse. The server tells motion in tiles of at most a day.
    static constexpr std::array<Level, 5> levels{Level{1'000, 600'000}, Level{10'000, 7'200'000},
                                                 Level{60'000, 86'400'000}, Level{600'000, 604'800'000},
                                                 Level{3'600'000, 2'592'000'000}};
    struct Key
    {
        QString deviceId;
        int level = 0;
        qint64 index = 0; ///< of the tile, counted from the epoch

        qint64 from() const { return index * levels[size_t(level)].tileMs; }
        qint64 to() const { return from() + levels[size_t(level)].tileMs; }
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.deviceId, key.level, key.index);
        }
    };

    /// Returns the level for a scale: its steps are a few pixels wide.
    static int levelFor(double msPerPixel);
    /// Returns the keys of a camera's tiles in a span of time.
    static QList<Key> keysIn(const QString &deviceId, int level, qint64 from, qint64 to);

    void insert(const Key &key, TimelineTile tile, qint64 nowMs);
    const TimelineTile *find(const Key &key) const;
    /// Returns whether the tile is missing, outdated, or reached the present when it was loaded and is old by now.
    bool needs(const Key &key, qint64 nowMs) const;
    /// Makes the tiles of a camera outdated, or those of all cameras. They are shown until new ones arrive.
    void outdate(const QString &deviceId = {});
    void clear() { m_entries.clear(); }
    qsizetype size() const { return m_entries.size(); }

    /// Visits the tiles that show a span of time, in order, each with the part of the span that it shows. A tile that
    /// is missing is replaced by a coarser one, if there is any.
    using Visitor = std::function<void(const TimelineTile &tile, qint64 from, qint64 to)>;
    void visit(const QString &deviceId, int level, qint64 from, qint64 to, const Visitor &visitor) const;

private:
    struct Entry
    {
        TimelineTile tile;
        qint64 loadedMs = 0;
        mutable quint64 used = 0;
        bool outdated = false;
    };

    static constexpr qsizetype most = 4000; ///< tiles; about 100 MB if all are full
    void makeRoom();

    QHash<Key, Entry> m_entries;
    mutable quint64 m_uses = 0;
};
