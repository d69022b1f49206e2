// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vision/condition.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
/// Deep enough for people; a bound for what parses itself.
constexpr qsizetype deepest = 16;
constexpr qsizetype mostParts = 32;

double share(const QJsonObject &json, const QString &name, double otherwise, const QString &pointer,
             FieldErrors &errors)
{
    const auto value = json.constFind(name);
    if (value == json.constEnd())
        return otherwise;
    if (!value->isDouble()) {
        errors += {pointer + u'/' + name, u"wrong_type"_s, u"This must be a number."_s};
    } else if (value->toDouble() <= 0) {
        errors += {pointer + u'/' + name, u"too_small"_s, u"This must be above 0."_s};
    } else if (value->toDouble() > 1) {
        errors += {pointer + u'/' + name, u"too_large"_s, u"The most is 1."_s};
    }
    return value->toDouble(otherwise);
}

/// How far a value is above what it must reach: 0.5 at the mark itself, towards 1 beyond.
double clearness(double value, double wanted) { return 1 - std::exp2(-value / wanted); }
}

Condition Condition::parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors)
{
    if (json.size() != 1) {
        errors += {pointer, u"malformed"_s, u"A condition has one member: any, all, not or motion."_s};
        return {};
    }
    const QString name = json.constBegin().key();
    const QJsonValue value = json.constBegin().value();
    const QString at = pointer + u'/' + name;
    if (at.count(u'/') > 2 * deepest) {
        errors += {at, u"too_long"_s, u"These conditions are nested too deep."_s};
        return {};
    }
    if (name == u"any"_s || name == u"all"_s)
        return parseList(name == u"any"_s ? Kind::Any : Kind::All, value, at, errors);
    if (name != u"not"_s && name != u"motion"_s) {
        errors += {at, u"not_allowed"_s, u"A condition is any, all, not or motion."_s};
        return {};
    }
    if (!value.isObject()) {
        errors += {at, u"wrong_type"_s, u"This must be an object."_s};
        return {};
    }
    if (name == u"motion"_s)
        return parseMotion(value.toObject(), at, errors);
    Condition condition;
    condition.m_kind = Kind::Not;
    condition.m_parts += parse(value.toObject(), at, errors);
    return condition;
}

Condition Condition::parseList(Kind kind, const QJsonValue &json, const QString &pointer, FieldErrors &errors)
{
    Condition condition;
    condition.m_kind = kind;
    const QJsonArray parts = json.toArray();
    if (!json.isArray() || parts.isEmpty() || parts.size() > mostParts) {
        errors += {pointer, json.isArray() ? u"too_short"_s : u"wrong_type"_s,
                   u"This must be a list of 1 to %1 conditions."_s.arg(mostParts)};
        return condition;
    }
    for (qsizetype i = 0; i < parts.size(); ++i)
        condition.m_parts += parse(parts[i].toObject(), u"%1/%2"_s.arg(pointer).arg(i), errors);
    return condition;
}

Condition Condition::parseMotion(const QJsonObject &json, const QString &pointer, FieldErrors &errors)
{
    Condition condition;
    condition.m_kind = Kind::Motion;
    condition.m_threshold = share(json, u"threshold"_s, condition.m_threshold, pointer, errors);
    condition.m_minArea = share(json, u"min_area"_s, condition.m_minArea, pointer, errors);
    for (const QString &key : json.keys()) {
        if (key != u"threshold"_s && key != u"min_area"_s)
            errors += {pointer + u'/' + key, u"unknown"_s, u"There is no such field."_s};
    }
    return condition;
}

Verdict Condition::judge(const Observation &observation) const
{
    switch (m_kind) {
    case Kind::Motion:
        return judgeMotion(observation);
    case Kind::Not: {
        const Verdict part = m_parts.constFirst().judge(observation);
        return {!part.met, 1 - part.score, {{u"not"_s, part.reason}, {u"met"_s, !part.met}}};
    }
    case Kind::Any:
    case Kind::All:
        break;
    }
    return judgeList(observation);
}

Verdict Condition::judgeList(const Observation &observation) const
{
    const bool all = m_kind == Kind::All;
    Verdict verdict{all, all ? 1.0 : 0.0, {}};
    QJsonArray reasons;
    for (const Condition &condition : m_parts) {
        const Verdict part = condition.judge(observation);
        verdict.met = all ? verdict.met && part.met : verdict.met || part.met;
        verdict.score = all ? std::min(verdict.score, part.score) : std::max(verdict.score, part.score);
        reasons.append(part.reason);
    }
    verdict.reason = {{all ? u"all"_s : u"any"_s, reasons}, {u"met"_s, verdict.met}};
    return verdict;
}

Verdict Condition::judgeMotion(const Observation &observation) const
{
    const MotionSample &motion = observation.motion;
    const bool met = motion.settled && motion.area >= m_threshold && motion.largest() >= m_minArea;
    const double score = std::min(clearness(motion.area, m_threshold), clearness(motion.largest(), m_minArea));
    const QJsonObject measured{{u"area"_s, motion.area}, {u"largest"_s, motion.largest()}};
    const QJsonObject leaf{{u"threshold"_s, m_threshold}, {u"min_area"_s, m_minArea}, {u"measured"_s, measured}};
    return {met, score, {{u"motion"_s, leaf}, {u"met"_s, met}}};
}
