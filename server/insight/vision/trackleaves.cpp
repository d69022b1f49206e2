// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/conditionleaf.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
/// After this time without knowledge of the objects, durations begin anew.
constexpr qint64 longestGap = 10'000; // milliseconds
constexpr qsizetype maxEntries = 64;
/// An object is close to a line within this share of the picture.
constexpr double closeToLine = 0.1;

double secondsBetween(const QDateTime &from, const QDateTime &to) { return double(from.msecsTo(to)) / 1000; }

/// Returns a score that is 0.5 if the value equals the threshold, and approaches 1 for larger values.
double scoreOf(double value, double threshold) { return 1 - std::exp2(-value / threshold); }

double areaOf(const SeenTrack &track) { return track.box.width * track.box.height; }

QJsonObject described(const SeenTrack &track)
{
    return {{u"track"_s, track.id}, {u"label"_s, track.label}, {u"score"_s, track.score}};
}

/// Returns how many zones an object has entered in the given order, from the first.
qsizetype enteredInOrder(const QList<ZoneId> &order, const QList<LeafMemory::Entry> &entries)
{
    qsizetype entered = 0;
    QDateTime last;
    for (const LeafMemory::Entry &entry : entries) {
        if (entered < order.size() && entry.zone == order[entered] && (!last.isValid() || entry.time > last)) {
            ++entered;
            last = entry.time;
        }
    }
    return entered;
}

/// Returns the latest time at which an object entered the first zone, if it entered all others after it, one after the
/// other, and the last one now.
QDateTime latestBegin(const QList<ZoneId> &order, const QList<LeafMemory::Entry> &entries)
{
    QDateTime time;
    for (auto zone = order.crbegin(); zone != order.crend(); ++zone) {
        const auto entered = std::find_if(entries.crbegin(), entries.crend(), [&](const LeafMemory::Entry &entry) {
            return entry.zone == *zone && (!time.isValid() || entry.time < time);
        });
        if (entered == entries.crend())
            return {};
        time = entered->time;
    }
    return time;
}
}

/// Returns true if an object counts: it does not belong to the scene, and stands in the leaf's zone, if it has one.
bool ConditionLeaf::stands(const Observation &observation, const SeenTrack &track) const
{
    static const ZoneSet none;
    return track.hasMoved && (observation.zones ? *observation.zones : none).counts(track.box, m_zone);
}

/// Adds the objects that meet a condition to its verdict.
Verdict ConditionLeaf::withObjects(Verdict verdict, const QList<SeenTrack> &objects) const
{
    if (!verdict.met || objects.isEmpty())
        return verdict;
    verdict.objects = objects;
    std::stable_sort(verdict.objects.begin(), verdict.objects.end(),
                     [](const SeenTrack &a, const SeenTrack &b) { return areaOf(a) > areaOf(b); });
    for (const SeenTrack &track : std::as_const(verdict.objects))
        verdict.regions += {track.box, areaOf(track)};
    verdict.label = verdict.objects.constFirst().label;
    return verdict;
}

Verdict ConditionLeaf::judgeTracks(const Observation &observation)
{
    const qint64 gap = m_memory.knownAt.isValid() ? m_memory.knownAt.msecsTo(observation.time) : 0;
    if (observation.lost || gap < 0 || gap > longestGap)
        m_memory = {};
    if (observation.lost || !observation.tracks)
        return unknown();
    m_memory.knownAt = observation.time;
    QSet<qint64> present;
    for (const SeenTrack &track : *observation.tracks)
        present += track.id;
    m_memory.tracks.removeIf([&](const auto &track) { return !present.contains(track.key()); });
    if (m_name == u"object"_s)
        return judgeObject(observation);
    if (m_name == u"line"_s)
        return judgeLine(observation);
    if (m_name == u"zones"_s)
        return judgeZones(observation);
    if (m_name == u"loiter"_s)
        return judgeLoiter(observation);
    return m_name == u"count"_s ? judgeCount(observation) : judgeAbsent(observation);
}

Verdict ConditionLeaf::judgeObject(const Observation &observation) const
{
    const QJsonArray labels = m_fields[u"labels"].toArray();
    const double minScore = number(u"score"_s);
    const double minSize = number(u"size"_s); // 0: not given
    QList<SeenTrack> found;
    SeenTrack best; // the one that is closest to the limits
    double bestNearness = -1;
    for (const SeenTrack &track : *observation.tracks) {
        if (!track.isActive() || !labels.contains(track.label) || !stands(observation, track))
            continue;
        if (track.score >= minScore && areaOf(track) >= minSize)
            found += track;
        const double bySize = minSize > 0 ? std::min(1.0, areaOf(track) / minSize) : 1;
        const double nearness = std::min(1.0, track.score / minScore) * bySize + track.score / 1000;
        if (nearness > bestNearness) {
            bestNearness = nearness;
            best = track;
        }
    }
    QJsonObject measured = bestNearness < 0 ? QJsonObject() : described(best);
    measured.insert(u"count"_s, found.size());
    measured.insert(u"score"_s, best.score);
    measured.insert(u"size"_s, areaOf(best));
    QList<Limit> limits{{u"score"_s, best.score, minScore}};
    if (minSize > 0)
        limits += {u"size"_s, areaOf(best), minSize};
    return withObjects(verdict(limits, best.score, measured), found);
}

/// Returns the verdict of a leaf that is met for a while after an event. `nearness` and `shortfall`: how close the next
/// event is.
Verdict ConditionLeaf::eventVerdict(const Observation &observation, QJsonObject measured, double nearness,
                                    const Shortfall &shortfall) const
{
    const auto &event = m_memory.event;
    if (!event || event->time.msecsTo(observation.time) >= eventLasts.count()) {
        Verdict made = verdict(false, 0, measured);
        made.nearness = nearness;
        made.shortfall = shortfall;
        return made;
    }
    SeenTrack track = event->track;
    for (const SeenTrack &seen : *observation.tracks) {
        if (seen.id == track.id)
            track = seen;
    }
    const QJsonObject who = described(track);
    for (auto member = who.begin(); member != who.end(); ++member)
        measured.insert(member.key(), *member);
    if (!event->direction.isEmpty())
        measured.insert(u"direction"_s, event->direction);
    else
        measured.insert(u"seconds"_s, event->seconds);
    Verdict made = withObjects(verdict(true, track.score, measured), {track});
    made.momentary = true;
    return made;
}

Verdict ConditionLeaf::judgeLine(const Observation &observation)
{
    const Zone *line = observation.zones ? observation.zones->find(m_zone) : nullptr;
    const bool usable = line && line->polygon.size() >= 2;
    const QString wanted = m_fields[u"direction"].toString();
    double closest = 1;
    for (const SeenTrack &track : *observation.tracks) {
        if (!usable)
            break;
        const Point foot = ZoneSet::footOf(track.box);
        LeafMemory::Track &known = m_memory.tracks[track.id];
        if (!known.foot) {
            known.foot = foot;
            continue;
        }
        // Until an object has moved, its first place counts: it may have crossed the line meanwhile.
        if (!track.isActive())
            continue;
        closest = std::min(closest, Line::distance(line->polygon[0], line->polygon[1], foot));
        const auto crossing = Line::crossed(line->polygon[0], line->polygon[1], *known.foot, foot);
        if (Line::side(line->polygon[0], line->polygon[1], foot) != 0)
            known.foot = foot;
        if (!crossing)
            continue;
        const QString direction = *crossing == Line::Direction::Left ? u"left"_s : u"right"_s;
        if (wanted == u"any"_s || wanted == direction)
            m_memory.event = {observation.time, track, direction};
    }
    // An object that does not cross the line is the nearer the closer it comes.
    return eventVerdict(observation, {{u"distance"_s, closest}}, 0.99 * std::max(0.0, 1 - closest / closeToLine),
                        {m_pointer + u"/zone"_s, closest, 0});
}

Verdict ConditionLeaf::judgeZones(const Observation &observation)
{
    const auto within = qint64(number(u"within"_s) * 1000);
    const auto isIn = [&](const SeenTrack &track, ZoneId zone) {
        return observation.zones && observation.zones->counts(track.box, zone);
    };
    qsizetype furthest = 0;
    for (const SeenTrack &track : *observation.tracks) {
        LeafMemory::Track &known = m_memory.tracks[track.id];
        known.entries.removeIf(
            [&](const LeafMemory::Entry &entry) { return entry.time.msecsTo(observation.time) > within; });
        QSet<ZoneId> inside;
        bool last = false;
        for (const ZoneId zone : m_order) {
            if (inside.contains(zone) || !isIn(track, zone))
                continue;
            inside += zone;
            if (known.inside.contains(zone))
                continue;
            if (known.entries.size() >= maxEntries)
                known.entries.removeFirst();
            known.entries += {zone, observation.time};
            last = last || zone == m_order.constLast();
        }
        known.inside = inside;
        if (!track.hasMoved)
            continue;
        furthest = std::max(furthest, enteredInOrder(m_order, known.entries));
        const auto begun = last ? latestBegin(m_order, known.entries) : QDateTime();
        if (!begun.isValid())
            continue;
        m_memory.event = {observation.time, track, {}, secondsBetween(begun, observation.time)};
        known.entries.clear(); // one way through the zones is one event
    }
    const auto all = double(m_order.size());
    return eventVerdict(observation, {{u"entered"_s, furthest}}, std::min(double(furthest) / all, 0.99),
                        {m_pointer + u"/zones"_s, double(furthest), all});
}

Verdict ConditionLeaf::judgeLoiter(const Observation &observation)
{
    const double required = number(u"longer_than"_s);
    double longest = 0;
    QJsonObject measured;
    QList<SeenTrack> found;
    for (const SeenTrack &track : *observation.tracks) {
        QDateTime &since = m_memory.tracks[track.id].since;
        if (!stands(observation, track)) {
            since = {};
            continue;
        }
        if (!since.isValid())
            since = observation.time;
        const double seconds = secondsBetween(since, observation.time);
        if (seconds >= required)
            found += track;
        if (measured.isEmpty() || seconds > longest) {
            longest = seconds;
            measured = described(track);
        }
    }
    measured.insert(u"longest"_s, longest);
    return withObjects(verdict({{u"longer_than"_s, longest, required}}, scoreOf(longest, required), measured), found);
}

Verdict ConditionLeaf::judgeCount(const Observation &observation)
{
    const double required = number(u"at_least"_s);
    const double lasting = number(u"for"_s);
    QList<SeenTrack> found;
    for (const SeenTrack &track : *observation.tracks) {
        if (stands(observation, track))
            found += track;
    }
    const auto count = double(found.size());
    if (count < required)
        m_memory.since = {};
    else if (!m_memory.since.isValid())
        m_memory.since = observation.time;
    const double seconds = m_memory.since.isValid() ? secondsBetween(m_memory.since, observation.time) : 0;
    return withObjects(verdict({{u"at_least"_s, count, required}, {u"for"_s, seconds, lasting}},
                               std::min(scoreOf(count, required), scoreOf(seconds, lasting)),
                               {{u"count"_s, count}, {u"for"_s, seconds}}),
                       found);
}

Verdict ConditionLeaf::judgeAbsent(const Observation &observation)
{
    const double required = number(u"for"_s);
    const auto &tracks = *observation.tracks;
    const auto present =
        std::count_if(tracks.begin(), tracks.end(), [&](const SeenTrack &track) { return stands(observation, track); });
    if (present > 0)
        m_memory.since = {};
    else if (!m_memory.since.isValid())
        m_memory.since = observation.time;
    const double seconds = m_memory.since.isValid() ? secondsBetween(m_memory.since, observation.time) : 0;
    return verdict({{u"for"_s, seconds, required}}, scoreOf(seconds, required),
                   {{u"count"_s, qint64(present)}, {u"for"_s, seconds}});
}
