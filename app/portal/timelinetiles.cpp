// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timelinetiles.h"

#include "models/core/times.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
qint64 timeOf(const QJsonObject &json, QLatin1StringView name)
{
    const auto time = Times::parse(json[name].toString());
    return time ? time->toMSecsSinceEpoch() : 0;
}

TimelineGap::Cause causeOf(const QString &name)
{
    using Cause = TimelineGap::Cause;
    static const QHash<QString, Cause> causes{{u"camera_lost"_s, Cause::CameraLost},
                                              {u"off"_s, Cause::Off},
                                              {u"disk"_s, Cause::Disk},
                                              {u"server"_s, Cause::Server},
                                              {u"deleted"_s, Cause::Deleted}};
    return causes.value(name, Cause::None);
}

template <typename Function>
void forEach(const QJsonObject &json, QLatin1StringView name, Function function)
{
    const QJsonArray items = json[name].toArray();
    for (const QJsonValue &item : items)
        function(item.toObject());
}

qint64 floorDivided(qint64 value, qint64 divisor) { return (value - (value < 0 ? divisor - 1 : 0)) / divisor; }
}

TimelineTile TimelineTile::fromJson(const QJsonObject &json)
{
    TimelineTile tile;
    tile.to = timeOf(json, "to"_L1);
    tile.stepMs = std::max<qint64>(1, json["resolution"_L1].toInteger()) * 1000;
    forEach(json, "spans"_L1, [&](const QJsonObject &span) {
        tile.spans.append({timeOf(span, "from"_L1), timeOf(span, "to"_L1)});
    });
    forEach(json, "gaps"_L1, [&](const QJsonObject &gap) {
        tile.gaps.append({timeOf(gap, "from"_L1), timeOf(gap, "to"_L1), causeOf(gap["cause"_L1].toString()), false});
    });
    forEach(json, "marks"_L1, [&](const QJsonObject &mark) {
        tile.marks.append({timeOf(mark, "from"_L1), timeOf(mark, "to"_L1), std::max(1, mark["count"_L1].toInt()),
                           mark["label"_L1].toString(), mark["mark_id"_L1].toString()});
    });
    forEach(json, "motion"_L1, [&](const QJsonObject &motion) {
        tile.motion.append({timeOf(motion, "from"_L1), motion["level"_L1].toInt()});
    });
    return tile;
}

int TimelineTiles::levelFor(double msPerPixel)
{
    constexpr double widest = 8; // pixels of a step
    int level = 0;
    while (level + 1 < int(levels.size()) && double(levels[size_t(level) + 1].stepMs) <= widest * msPerPixel)
        ++level;
    return level;
}

QList<TimelineTiles::Key> TimelineTiles::keysIn(const QString &deviceId, int level, qint64 from, qint64 to)
{
    const qint64 tileMs = levels[size_t(level)].tileMs;
    QList<Key> keys;
    for (qint64 index = floorDivided(from, tileMs); index * tileMs < to; ++index)
        keys.append({deviceId, level, index});
    return keys;
}

void TimelineTiles::insert(const Key &key, TimelineTile tile, qint64 nowMs)
{
    if (!m_entries.contains(key))
        makeRoom();
    m_entries.insert(key, {std::move(tile), nowMs, ++m_uses, false});
}

void TimelineTiles::makeRoom()
{
    if (m_entries.size() < most)
        return;
    QList<quint64> uses;
    for (const Entry &entry : std::as_const(m_entries))
        uses.append(entry.used);
    const auto quarter = uses.begin() + uses.size() / 4;
    std::nth_element(uses.begin(), quarter, uses.end());
    m_entries.removeIf([oldest = *quarter](const auto &entry) { return entry.value().used < oldest; });
}

const TimelineTile *TimelineTiles::find(const Key &key) const
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.constEnd())
        return nullptr;
    entry->used = ++m_uses;
    return &entry->tile;
}

bool TimelineTiles::needs(const Key &key, qint64 nowMs) const
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.constEnd() || entry->outdated)
        return true;
    const qint64 age = std::clamp<qint64>(entry->tile.stepMs / 2, 3000, 60'000);
    return entry->tile.to < key.to() && nowMs - entry->loadedMs > age;
}

void TimelineTiles::outdate(const QString &deviceId)
{
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry)
        entry->outdated = entry->outdated || deviceId.isEmpty() || entry.key().deviceId == deviceId;
}

void TimelineTiles::visit(const QString &deviceId, int level, qint64 from, qint64 to, const Visitor &visitor) const
{
    for (const Key &key : keysIn(deviceId, level, from, to)) {
        const qint64 start = std::max(from, key.from());
        const qint64 end = std::min(to, key.to());
        const TimelineTile *tile = find(key);
        for (int coarse = level + 1; !tile && coarse < int(levels.size()); ++coarse) {
            const Key wider = keysIn(deviceId, coarse, start, start + 1).constFirst();
            tile = wider.to() >= end ? find(wider) : nullptr;
        }
        if (tile)
            visitor(*tile, start, end);
    }
}
