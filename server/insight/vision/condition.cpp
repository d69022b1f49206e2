// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/condition.h"

#include "models/core/jsonpointer.h"
#include "models/insight/conditiontree.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

using ConditionTree::maxBytes;
using ConditionTree::maxConditions;
using ConditionTree::maxDepth; // limits the recursion of the parser
using ConditionTree::maxParts;

/// Parses a tree until it has too many conditions.
class Condition::Parser
{
public:
    /// `keys`: the number of keys in the path of the condition within the tree.
    Condition condition(const QJsonObject &json, const QString &pointer, qsizetype keys);
    bool isTooLarge() const { return m_count > maxConditions; }
    const FieldErrors &errors() const { return m_errors; }

private:
    Condition list(Kind kind, const QJsonValue &json, const QString &pointer, qsizetype keys);

    FieldErrors m_errors;
    qsizetype m_count = 0;
};

Condition Condition::Parser::condition(const QJsonObject &json, const QString &pointer, qsizetype keys)
{
    ++m_count;
    if (isTooLarge())
        return {};
    const QString known = u"any, all, not, "_s + ConditionLeaf::names().join(u", ");
    if (json.size() != 1) {
        m_errors += {pointer, u"malformed"_s, u"A condition must have exactly one of these members: %1."_s.arg(known)};
        return {};
    }
    const QString name = json.constBegin().key();
    const QJsonValue value = json.constBegin().value();
    const QString at = JsonPointer::below(pointer, name);
    if (keys > 2 * (maxDepth - 1)) {
        m_errors += {at, u"too_long"_s, u"The conditions are nested too deeply."_s};
        return {};
    }
    if (name == u"any"_s || name == u"all"_s)
        return list(name == u"any"_s ? Kind::Any : Kind::All, value, at, keys + 1);
    const bool leaf = ConditionLeaf::names().contains(name);
    if (!leaf && name != u"not"_s) {
        m_errors += {at, u"not_allowed"_s, u"A condition must be one of %1."_s.arg(known)};
        return {};
    }
    if (!value.isObject()) {
        m_errors += {at, u"wrong_type"_s, u"Must be an object."_s};
        return {};
    }
    Condition parsed;
    parsed.m_kind = leaf ? Kind::Leaf : Kind::Not;
    if (leaf)
        parsed.m_leaf = ConditionLeaf::parse(name, value.toObject(), at, m_errors);
    else
        parsed.m_parts += condition(value.toObject(), at, keys + 1);
    return parsed;
}

Condition Condition::Parser::list(Kind kind, const QJsonValue &json, const QString &pointer, qsizetype keys)
{
    Condition parsed;
    parsed.m_kind = kind;
    const QJsonArray parts = json.toArray();
    if (!json.isArray() || parts.isEmpty() || parts.size() > maxParts) {
        const QString code = !json.isArray() ? u"wrong_type"_s : parts.isEmpty() ? u"too_short"_s : u"too_long"_s;
        m_errors += {pointer, code, u"Must be a list of 1 to %1 conditions."_s.arg(maxParts)};
        return parsed;
    }
    for (qsizetype i = 0; i < parts.size() && !isTooLarge(); ++i)
        parsed.m_parts += condition(parts[i].toObject(), u"%1/%2"_s.arg(pointer).arg(i), keys + 1);
    return parsed;
}

Condition Condition::parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors)
{
    Parser parser;
    Condition parsed = parser.condition(json, pointer, 0);
    if (parser.isTooLarge()) {
        errors += {pointer, u"too_long"_s,
                   u"Must have at most %1 conditions, counting groups and negations."_s.arg(maxConditions)};
        return {};
    }
    if (QJsonDocument(json).toJson(QJsonDocument::Compact).size() > maxBytes) {
        errors += {pointer, u"too_long"_s, u"Must have at most %1 bytes as compact JSON."_s.arg(maxBytes)};
        return {};
    }
    errors += parser.errors();
    return parsed;
}

Verdict Condition::judge(const Observation &observation)
{
    if (m_kind == Kind::Leaf)
        return m_leaf.judge(observation);
    if (m_kind != Kind::Not)
        return judgeList(observation);
    const Verdict part = m_parts.first().judge(observation);
    Verdict verdict;
    verdict.known = part.known;
    verdict.met = part.known && !part.met;
    verdict.score = part.known ? 1 - part.score : 0;
    verdict.reason = {{u"not"_s, part.reason}, {u"met"_s, verdict.met}};
    verdict.nearness = verdict.met ? 1 : 0;
    return verdict;
}

/// Every part is judged, because parts remember what they have seen.
Verdict Condition::judgeList(const Observation &observation)
{
    const bool all = m_kind == Kind::All;
    Verdict verdict;
    verdict.met = all;
    verdict.score = all ? 1.0 : 0.0;
    verdict.nearness = all ? 1.0 : 0.0;
    double highest = -1;
    bool failed = false;
    QJsonArray reasons;
    for (Condition &condition : m_parts) {
        const Verdict part = condition.judge(observation);
        verdict.met = all ? verdict.met && part.met : verdict.met || part.met;
        verdict.known = verdict.known && part.known;
        verdict.score = all ? std::min(verdict.score, part.score) : std::max(verdict.score, part.score);
        verdict.momentary = verdict.momentary || (part.met && part.momentary);
        reasons.append(part.reason);
        // The shortfall is that of the first part that fails or, if one is enough, of the part that is nearest.
        if (!part.met && (!failed || (!all && part.nearness > verdict.nearness))) {
            verdict.shortfall = part.shortfall;
            failed = true;
        }
        verdict.nearness = all ? std::min(verdict.nearness, part.nearness) : std::max(verdict.nearness, part.nearness);
        if (!part.met)
            continue;
        for (const SeenTrack &track : part.objects) {
            const auto same = [&](const SeenTrack &each) { return each.id == track.id; };
            if (std::none_of(verdict.objects.begin(), verdict.objects.end(), same))
                verdict.objects += track;
        }
        // The label and the regions are those of the part with the highest score. An object says more than motion.
        const double rank = part.score + (part.objects.isEmpty() ? 0 : 1);
        if (!part.label.isEmpty() && rank > highest) {
            highest = rank;
            verdict.label = part.label;
            verdict.regions = part.regions;
        }
    }
    verdict.known = verdict.known || verdict.met;
    verdict.reason = {{all ? u"all"_s : u"any"_s, reasons}, {u"met"_s, verdict.met}};
    return verdict;
}

QList<const ConditionLeaf *> Condition::leaves() const
{
    QList<const ConditionLeaf *> found;
    if (m_kind == Kind::Leaf)
        found += &m_leaf;
    for (const Condition &part : m_parts)
        found += part.leaves();
    return found;
}

bool Condition::contains(const QString &leaf) const
{
    const auto all = leaves();
    return std::any_of(all.begin(), all.end(), [&](const auto *each) { return each->name() == leaf; });
}

bool Condition::needsLensCheck() const
{
    const auto all = leaves();
    return std::any_of(all.begin(), all.end(), [](const auto *each) { return each->needsLensCheck(); });
}

bool Condition::needsViewCheck() const
{
    const auto all = leaves();
    return std::any_of(all.begin(), all.end(), [](const auto *each) { return each->needsViewCheck(); });
}

bool Condition::needsObjects() const { return !namesAboutObjects().isEmpty(); }

QStringList Condition::namesAboutObjects() const
{
    QStringList names;
    for (const ConditionLeaf *leaf : leaves()) {
        if (leaf->needsObjects() && !names.contains(leaf->name()))
            names += leaf->name();
    }
    return names;
}
