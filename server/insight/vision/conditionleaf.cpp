// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/conditionleaf.h"

#include "server/insight/vision/leaffields.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
/// Returns a score that is 0.5 if the value equals the threshold, and approaches 1 for larger values.
double scoreOf(double value, double threshold) { return 1 - std::exp2(-value / threshold); }
}

QStringList ConditionLeaf::names() { return LeafFields::leaves(); }

ConditionLeaf ConditionLeaf::parse(const QString &name, const QJsonObject &json, const QString &pointer,
                                   FieldErrors &errors)
{
    ConditionLeaf leaf;
    leaf.m_name = name;
    leaf.m_pointer = pointer;
    leaf.m_fields = LeafFields::checked(name, json, pointer, errors);
    leaf.m_zone = ZoneId::parse(json[u"zone"].toString()).value_or(ZoneId());
    for (const QJsonValue &zone : json[u"zones"].toArray())
        leaf.m_order += ZoneId::parse(zone.toString()).value_or(ZoneId());
    return leaf;
}

bool ConditionLeaf::needsObjects() const
{
    return m_name != u"motion"_s && m_name != u"face"_s && m_name != u"signal"_s;
}

bool ConditionLeaf::needsLensCheck() const { return m_name == u"signal"_s && m_fields[u"covered"].toBool(); }

bool ConditionLeaf::needsViewCheck() const { return m_name == u"signal"_s && m_fields[u"moved"].toBool(); }

QList<std::pair<QString, ZoneId>> ConditionLeaf::zones() const
{
    QList<std::pair<QString, ZoneId>> found;
    if (!m_zone.isNull())
        found += {m_pointer + u"/zone"_s, m_zone};
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        if (!m_order[i].isNull())
            found += {u"%1/zones/%2"_s.arg(m_pointer).arg(i), m_order[i]};
    }
    return found;
}

double ConditionLeaf::number(const QString &field) const { return m_fields[field].toDouble(); }

Verdict ConditionLeaf::verdict(bool met, double score, const QJsonObject &measured) const
{
    QJsonObject leaf = m_fields;
    leaf.insert(u"measured"_s, measured);
    Verdict verdict;
    verdict.met = met;
    verdict.score = score;
    verdict.reason = {{m_name, leaf}, {u"met"_s, met}};
    verdict.label = m_name;
    verdict.nearness = met ? 1 : 0;
    verdict.shortfall = {m_pointer, 0, 0};
    return verdict;
}

/// Returns a verdict that is met if each measured value reaches its limit.
Verdict ConditionLeaf::verdict(const QList<Limit> &limits, double score, const QJsonObject &measured) const
{
    const auto fails = [](const Limit &limit) { return limit.measured < limit.required; };
    const auto failed = std::find_if(limits.begin(), limits.end(), fails);
    Verdict made = verdict(failed == limits.end(), score, measured);
    if (failed == limits.end())
        return made;
    made.shortfall = {m_pointer + u'/' + failed->field, failed->measured, failed->required};
    made.nearness = 1;
    for (const Limit &limit : limits) {
        if (fails(limit))
            made.nearness = std::min(made.nearness, std::max(limit.measured, 0.0) / limit.required);
    }
    return made;
}

Verdict ConditionLeaf::unknown() const
{
    QJsonObject leaf = m_fields;
    leaf.insert(u"unavailable"_s, true);
    Verdict verdict;
    verdict.known = false;
    verdict.reason = {{m_name, leaf}, {u"met"_s, false}};
    return verdict;
}

Verdict ConditionLeaf::judge(const Observation &observation)
{
    if (needsObjects())
        return judgeTracks(observation);
    if (m_name == u"motion"_s)
        return observation.lost ? unknown() : judgeMotion(observation);
    if (m_name == u"face"_s)
        return observation.faces ? judgeFace(observation) : unknown();
    return judgeSignal(observation);
}

Verdict ConditionLeaf::judgeMotion(const Observation &observation) const
{
    const MotionSample &motion = observation.motion;
    QList<MovingRegion> regions = motion.regions;
    double area = motion.area;
    if (observation.zones || !m_zone.isNull()) {
        const ZoneSet none;
        const ZoneSet &zones = observation.zones ? *observation.zones : none;
        regions.removeIf([&](const MovingRegion &region) { return !zones.counts(region.box, m_zone); });
        area = 0;
        for (const MovingRegion &region : std::as_const(regions))
            area += region.area;
    }
    const double largest = regions.isEmpty() ? 0 : regions.constFirst().area;
    const double threshold = number(u"threshold"_s);
    const double minArea = number(u"min_area"_s);
    Verdict verdict = this->verdict({{u"threshold"_s, area, threshold}, {u"min_area"_s, largest, minArea}},
                                    std::min(scoreOf(area, threshold), scoreOf(largest, minArea)),
                                    {{u"area"_s, area}, {u"largest"_s, largest}});
    if (!motion.settled && verdict.met) {
        verdict.met = false;
        verdict.reason.insert(u"met"_s, false);
    }
    verdict.known = motion.settled;
    verdict.regions = regions;
    return verdict;
}

Verdict ConditionLeaf::judgeFace(const Observation &observation) const
{
    const QString emotion = m_fields[u"emotion"].toString();
    QList<MovingRegion> found;
    double best = 0;
    for (const SeenFace &face : *observation.faces) {
        const bool counts = face.score >= number(u"score"_s) && (emotion.isEmpty() || face.emotion == emotion)
            && (!observation.zones || observation.zones->counts(face.box, m_zone));
        if (!counts)
            continue;
        found += {face.box, face.box.width * face.box.height};
        best = std::max(best, face.score);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.area > b.area; });
    Verdict verdict = this->verdict({{u"count"_s, double(found.size()), number(u"count"_s)}}, best,
                                    {{u"count"_s, found.size()}, {u"score"_s, best}});
    verdict.regions = found;
    return verdict;
}

Verdict ConditionLeaf::judgeSignal(const Observation &observation) const
{
    const bool met = (m_fields[u"lost"].toBool() && observation.lost)
        || (m_fields[u"covered"].toBool() && observation.covered) || (m_fields[u"moved"].toBool() && observation.moved);
    return verdict(
        met, met ? 1 : 0,
        {{u"lost"_s, observation.lost}, {u"covered"_s, observation.covered}, {u"moved"_s, observation.moved}});
}
