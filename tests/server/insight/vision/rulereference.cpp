// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/insight/vision/rulereference.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
const SeenTrack *find(const Observation &at, qint64 id)
{
    for (const SeenTrack &track : *at.tracks) {
        if (track.id == id)
            return &track;
    }
    return nullptr;
}

QSet<qint64> idsOf(const QList<Observation> &history)
{
    QSet<qint64> ids;
    for (const Observation &at : history) {
        for (const SeenTrack &track : *at.tracks)
            ids += track.id;
    }
    return ids;
}

ZoneId zoneOf(const QJsonValue &text) { return ZoneId::parse(text.toString()).value_or(ZoneId()); }

bool isIn(const Observation &at, const SeenTrack &track, ZoneId zone)
{
    const Point foot = ZoneSet::footOf(track.box);
    if (zone.isNull()) // an object counts in any of the including zones
        return !at.zones->entered(track.box).isEmpty();
    const Zone *found = at.zones->find(zone);
    return found && Polygon::contains(found->polygon, foot);
}

/// Returns the point on the way from p to q at which the way meets the line through a and b, as shares of both.
std::optional<std::pair<double, double>> meeting(const Point &a, const Point &b, const Point &p, const Point &q)
{
    const double wayX = q.x - p.x;
    const double wayY = q.y - p.y;
    const double lineX = b.x - a.x;
    const double lineY = b.y - a.y;
    const double determinant = lineX * wayY - lineY * wayX;
    if (determinant == 0)
        return std::nullopt;
    return std::pair((lineX * (a.y - p.y) - lineY * (a.x - p.x)) / determinant,
                     (wayX * (a.y - p.y) - wayY * (a.x - p.x)) / determinant);
}
}

bool RuleReference::isMet(const QJsonObject &condition) const
{
    const QString name = condition.constBegin().key();
    const QJsonValue value = condition.constBegin().value();
    const auto part = [this](const QJsonValue &each) { return isMet(each.toObject()); };
    const QJsonArray parts = value.toArray();
    if (name == u"any"_s)
        return std::any_of(parts.begin(), parts.end(), part);
    if (name == u"all"_s)
        return std::all_of(parts.begin(), parts.end(), part);
    if (name == u"not"_s)
        return !isMet(value.toObject());
    return isMetLeaf(name, value.toObject());
}

bool RuleReference::isMetLeaf(const QString &name, const QJsonObject &fields) const
{
    if (name == u"object"_s)
        return hasObject(fields);
    if (name == u"line"_s)
        return hasCrossed(fields);
    if (name == u"zones"_s)
        return hasPassed(fields);
    if (name == u"loiter"_s)
        return hasLoitered(fields);
    if (name == u"count"_s)
        return lasted(fields[u"for"].toDouble(),
                      [&](const Observation &at) { return standing(at, fields) >= fields[u"at_least"].toInt(1); });
    return lasted(fields[u"for"].toDouble(), [&](const Observation &at) { return standing(at, fields) == 0; });
}

bool RuleReference::hasObject(const QJsonObject &fields) const
{
    const Observation &now = m_history.constLast();
    const auto &tracks = *now.tracks;
    return std::any_of(tracks.begin(), tracks.end(), [&](const SeenTrack &track) {
        return track.hasMoved && !track.rests && !track.isHidden && fields[u"labels"].toArray().contains(track.label)
            && track.score >= fields[u"score"].toDouble(0.45)
            && track.box.width * track.box.height >= fields[u"size"].toDouble(0)
            && isIn(now, track, zoneOf(fields[u"zone"]));
    });
}

/// Somebody crosses between two points that are not on the line. Until an object has moved, its first point counts.
bool RuleReference::hasCrossed(const QJsonObject &fields) const
{
    const QDateTime now = m_history.constLast().time;
    const Zone line = *m_history.constLast().zones->find(zoneOf(fields[u"zone"]));
    const Point a = line.polygon[0];
    const Point b = line.polygon[1];
    for (const qint64 id : idsOf(m_history)) {
        Point before;
        bool isKnown = false;
        for (const Observation &at : m_history) {
            const SeenTrack *track = find(at, id);
            if (!track) {
                isKnown = false;
                continue;
            }
            const Point foot = ZoneSet::footOf(track->box);
            if (!isKnown) {
                before = foot;
                isKnown = true;
                continue;
            }
            if (!track->hasMoved || track->rests || track->isHidden)
                continue;
            const auto met = meeting(a, b, before, foot);
            const double right = (b.x - a.x) * (foot.y - before.y) - (b.y - a.y) * (foot.x - before.x);
            const QString direction = right > 0 ? u"right"_s : u"left"_s;
            const QString wanted = fields[u"direction"].toString(u"any"_s);
            if (met && met->first > 0 && met->first < 1 && met->second >= 0 && met->second <= 1
                && (wanted == u"any"_s || wanted == direction) && at.time.msecsTo(now) < 1000)
                return true;
            const bool onLine = (b.x - a.x) * (foot.y - a.y) == (b.y - a.y) * (foot.x - a.x);
            if (!onLine)
                before = foot;
        }
    }
    return false;
}

/// Tries all ways to choose one entry for each zone.
bool RuleReference::hasPassed(const QJsonObject &fields) const
{
    const QDateTime now = m_history.constLast().time;
    const QJsonArray order = fields[u"zones"].toArray();
    const double within = fields[u"within"].toDouble();
    for (const qint64 id : idsOf(m_history)) {
        QList<std::pair<ZoneId, QDateTime>> entries;
        const SeenTrack *before = nullptr;
        const Observation *then = nullptr;
        for (const Observation &at : m_history) {
            const SeenTrack *track = find(at, id);
            if (!track)
                entries.clear();
            QSet<ZoneId> named;
            for (const QJsonValue &zone : order)
                named += zoneOf(zone);
            for (const ZoneId zone : named) {
                if (track && isIn(at, *track, zone) && !(before && isIn(*then, *before, zone)))
                    entries += {zone, at.time};
            }
            before = track;
            then = &at;
            // A choice is a number for each zone, counted up like digits.
            QList<qsizetype> choice(order.size(), 0);
            bool passed = false;
            while (track && track->hasMoved && !entries.isEmpty() && choice.constLast() < entries.size() && !passed) {
                bool fits = entries[choice.constLast()].second == at.time;
                for (qsizetype i = 0; i < order.size() && fits; ++i)
                    fits = entries[choice[i]].first == zoneOf(order[i])
                        && (i == 0 || entries[choice[i]].second > entries[choice[i - 1]].second);
                passed =
                    fits && double(entries[choice.constFirst()].second.msecsTo(at.time)) <= std::floor(within * 1000);
                qsizetype digit = 0;
                while (digit < choice.size() - 1 && ++choice[digit] == entries.size())
                    choice[digit++] = 0;
                if (digit == choice.size() - 1)
                    ++choice[digit];
            }
            if (passed && at.time.msecsTo(now) < 1000)
                return true;
            if (passed)
                entries.clear();
        }
    }
    return false;
}

bool RuleReference::hasLoitered(const QJsonObject &fields) const
{
    for (const SeenTrack &track : *m_history.constLast().tracks) {
        const qint64 id = track.id;
        const bool stayed = lasted(fields[u"longer_than"].toDouble(), [&](const Observation &at) {
            const SeenTrack *same = find(at, id);
            return same && same->hasMoved && isIn(at, *same, zoneOf(fields[u"zone"]));
        });
        if (stayed)
            return true;
    }
    return false;
}

/// Returns whether something holds now, and has held in all observations of the last seconds.
bool RuleReference::lasted(double seconds, const std::function<bool(const Observation &)> &holds) const
{
    const QDateTime now = m_history.constLast().time;
    QDateTime since;
    for (auto at = m_history.crbegin(); at != m_history.crend() && holds(*at); ++at)
        since = at->time;
    return since.isValid() && double(since.msecsTo(now)) / 1000 >= seconds;
}

qsizetype RuleReference::standing(const Observation &at, const QJsonObject &fields) const
{
    return std::count_if(at.tracks->begin(), at.tracks->end(), [&](const SeenTrack &track) {
        return track.hasMoved && isIn(at, track, zoneOf(fields[u"zone"]));
    });
}
