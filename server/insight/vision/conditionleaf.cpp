// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/conditionleaf.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

enum class Form { Share, Number, Whole, Flag, Zone, Zones, Words, Word };

/// A field of a leaf.
struct Field
{
    QString name;
    Form form = Form::Number;
    double min = 0; ///< minimum of a number, or minimum length of a list
    double max = 1;
    bool required = false;
    QJsonValue initial = {}; ///< default value; null: none
    QStringList words = {}; ///< allowed values of a word
};

const QStringList emotions{u"neutral"_s, u"happy"_s,     u"sad"_s,      u"angry"_s,
                           u"fearful"_s, u"disgusted"_s, u"surprised"_s};

Field zone(bool required = false) { return {.name = u"zone"_s, .form = Form::Zone, .required = required}; }

Field seconds(const QString &name) { return {.name = name, .min = 0.1, .max = 86400, .required = true}; }

/// A share of the picture, greater than 0.
Field share(const QString &name, const QJsonValue &initial = {})
{
    return {.name = name, .form = Form::Share, .initial = initial};
}

Field wholeNumber(const QString &name, const QJsonValue &initial)
{
    return {.name = name, .form = Form::Whole, .min = 1, .max = 100, .initial = initial};
}

Field flag(const QString &name) { return {.name = name, .form = Form::Flag, .initial = false}; }

const QHash<QString, QList<Field>> &leaves()
{
    static const QHash<QString, QList<Field>> table{
        {u"motion"_s, {share(u"threshold"_s, 0.005), share(u"min_area"_s, 0.002), zone()}},
        {u"object"_s,
         {{.name = u"labels"_s, .form = Form::Words, .min = 1, .max = 80, .required = true},
          share(u"score"_s, 0.45),
          share(u"size"_s),
          zone()}},
        {u"face"_s,
         {share(u"score"_s, 0.7),
          {.name = u"emotion"_s, .form = Form::Word, .words = emotions},
          wholeNumber(u"count"_s, 1),
          zone()}},
        {u"line"_s,
         {zone(true),
          {.name = u"direction"_s,
           .form = Form::Word,
           .initial = u"any"_s,
           .words = {u"any"_s, u"left"_s, u"right"_s}}}},
        {u"zones"_s,
         {{.name = u"zones"_s, .form = Form::Zones, .min = 2, .max = 10, .required = true}, seconds(u"within"_s)}},
        {u"loiter"_s, {zone(true), seconds(u"longer_than"_s)}},
        {u"count"_s, {zone(), wholeNumber(u"at_least"_s, 1), seconds(u"for"_s)}},
        {u"absent"_s, {seconds(u"for"_s), zone()}},
        {u"signal"_s, {flag(u"lost"_s), flag(u"covered"_s), flag(u"moved"_s)}},
    };
    return table;
}

FieldError error(const QString &pointer, const QString &code, const QString &detail) { return {pointer, code, detail}; }

void checkNumber(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    const double number = value.toDouble();
    if (!value.isDouble() || (field.form == Form::Whole && number != std::floor(number)))
        errors += error(at, u"wrong_type"_s,
                        field.form == Form::Whole ? u"Must be a wholeNumber number."_s : u"Must be a number."_s);
    else if (number < field.min || (field.form == Form::Share && number <= 0))
        errors +=
            error(at, u"too_small"_s,
                  field.form == Form::Share ? u"Must be greater than 0."_s : u"Must be at least %1."_s.arg(field.min));
    else if (number > field.max)
        errors += error(at, u"too_large"_s, u"Must be at most %1."_s.arg(field.max));
}

void checkList(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    const QJsonArray list = value.toArray();
    if (!value.isArray())
        errors += error(at, u"wrong_type"_s, u"Must be a list."_s);
    else if (double(list.size()) < field.min)
        errors += error(at, u"too_short"_s, u"Must have at least %1 items."_s.arg(field.min));
    else if (double(list.size()) > field.max)
        errors += error(at, u"too_long"_s, u"Must have at most %1 items."_s.arg(field.max));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString item = list[i].toString();
        if (item.isEmpty() || item.size() > 50)
            errors += error(u"%1/%2"_s.arg(at).arg(i), u"wrong_type"_s, u"Must be a text of 1 to 50 characters."_s);
        else if (field.form == Form::Zones && !ZoneId::parse(item))
            errors += error(u"%1/%2"_s.arg(at).arg(i), u"malformed"_s, u"Must be the id of a zone."_s);
    }
}

void check(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    switch (field.form) {
    case Form::Share:
    case Form::Number:
    case Form::Whole:
        return checkNumber(field, value, at, errors);
    case Form::Zones:
    case Form::Words:
        return checkList(field, value, at, errors);
    case Form::Flag:
        if (!value.isBool())
            errors += error(at, u"wrong_type"_s, u"Must be true or false."_s);
        return;
    case Form::Zone:
        if (!ZoneId::parse(value.toString()))
            errors += error(at, value.isString() ? u"malformed"_s : u"wrong_type"_s, u"Must be the id of a zone."_s);
        return;
    case Form::Word:
        if (!field.words.contains(value.toString()))
            errors += error(at, value.isString() ? u"not_allowed"_s : u"wrong_type"_s,
                            u"Must be one of %1."_s.arg(field.words.join(u", ")));
        return;
    }
}

/// Returns a score that is 0.5 if the value equals the threshold, and approaches 1 for larger values.
double scoreOf(double value, double threshold) { return 1 - std::exp2(-value / threshold); }
}

QStringList ConditionLeaf::names()
{
    return {u"motion"_s, u"object"_s, u"face"_s,   u"line"_s,  u"zones"_s,
            u"loiter"_s, u"count"_s,  u"absent"_s, u"signal"_s};
}

ConditionLeaf ConditionLeaf::parse(const QString &name, const QJsonObject &json, const QString &pointer,
                                   FieldErrors &errors)
{
    ConditionLeaf leaf;
    leaf.m_name = name;
    leaf.m_pointer = pointer;
    leaf.m_fields = json;
    QStringList known;
    const qsizetype errorsBefore = errors.size();
    const QList<Field> fields = leaves().value(name);
    for (const Field &field : fields) {
        known += field.name;
        const QString at = pointer + u'/' + field.name;
        if (json.contains(field.name))
            check(field, json[field.name], at, errors);
        else if (field.required)
            errors += error(at, u"required"_s, u"This field is required."_s);
        else if (!field.initial.isNull())
            leaf.m_fields.insert(field.name, field.initial);
    }
    for (const QString &key : json.keys()) {
        if (!known.contains(key))
            errors += error(pointer + u'/' + key, u"unknown"_s, u"This field does not exist."_s);
    }
    if (name == u"signal"_s && errors.size() == errorsBefore && !leaf.m_fields[u"lost"].toBool()
        && !leaf.m_fields[u"covered"].toBool() && !leaf.m_fields[u"moved"].toBool())
        errors += error(pointer, u"required"_s, u"At least one of lost, covered, and moved must be true."_s);
    leaf.m_zone = ZoneId::parse(json[u"zone"].toString()).value_or(ZoneId());
    return leaf;
}

bool ConditionLeaf::isEvaluated() const
{
    if (m_name == u"signal"_s)
        return m_fields[u"lost"].toBool() || m_fields[u"covered"].toBool();
    return m_name == u"motion"_s || m_name == u"face"_s;
}

bool ConditionLeaf::needsLensCheck() const { return m_name == u"signal"_s && m_fields[u"covered"].toBool(); }

QList<std::pair<QString, ZoneId>> ConditionLeaf::zones() const
{
    QList<std::pair<QString, ZoneId>> found;
    if (!m_zone.isNull())
        found += {m_pointer + u"/zone"_s, m_zone};
    const QJsonArray list = m_fields[u"zones"].toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (const auto id = ZoneId::parse(list[i].toString()))
            found += {u"%1/zones/%2"_s.arg(m_pointer).arg(i), *id};
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
    return verdict;
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

Verdict ConditionLeaf::judge(const Observation &observation) const
{
    if (m_name == u"motion"_s)
        return observation.lost ? unknown() : judgeMotion(observation);
    if (m_name == u"face"_s)
        return observation.faces ? judgeFace(observation) : unknown();
    if (m_name == u"signal"_s && isEvaluated())
        return judgeSignal(observation);
    return unknown();
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
    Verdict verdict = this->verdict(motion.settled && area >= threshold && largest >= minArea,
                                    std::min(scoreOf(area, threshold), scoreOf(largest, minArea)),
                                    {{u"area"_s, area}, {u"largest"_s, largest}});
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
    Verdict verdict = this->verdict(double(found.size()) >= number(u"count"_s), best,
                                    {{u"count"_s, found.size()}, {u"score"_s, best}});
    verdict.regions = found;
    return verdict;
}

Verdict ConditionLeaf::judgeSignal(const Observation &observation) const
{
    const bool met =
        (m_fields[u"lost"].toBool() && observation.lost) || (m_fields[u"covered"].toBool() && observation.covered);
    return verdict(met, met ? 1 : 0, {{u"lost"_s, observation.lost}, {u"covered"_s, observation.covered}});
}
