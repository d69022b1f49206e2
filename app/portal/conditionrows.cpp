// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/conditionrows.h"

#include "app/portal/rolevalues.h"

#include <QMap>
#include <QQueue>

using namespace Qt::StringLiterals;
using ConditionTree::Joint;
using ConditionTree::Part;

namespace {
const QStringList &signalKinds()
{
    static const QStringList kinds{u"lost"_s, u"covered"_s, u"moved"_s};
    return kinds;
}

const QMap<Joint, QString> &jointNames()
{
    static const QMap<Joint, QString> names{
        {Joint::Any, u"any"_s}, {Joint::All, u"all"_s}, {Joint::None, u"none"_s}, {Joint::NotAll, u"notAll"_s}};
    return names;
}

QString followingLead(Joint joint) { return joint == Joint::Any || joint == Joint::None ? u"or"_s : u"and"_s; }
}

QString ConditionRows::nameOf(Joint joint) { return jointNames().value(joint); }

Joint ConditionRows::jointOf(const QString &name) { return jointNames().key(name, Joint::Any); }

QVariantMap ConditionRows::clauseOf(const QJsonObject &leaf)
{
    const QString name = leaf.isEmpty() ? QString() : leaf.constBegin().key();
    QVariantMap clause = RoleValues::fromJson(leaf[name].toObject());
    clause.insert(u"kind"_s, name);
    if (name == "signal"_L1) {
        QStringList kinds = signalKinds();
        kinds.removeIf([&clause](const QString &kind) { return !clause[kind].toBool(); });
        if (kinds.size() == 1)
            return {{u"kind"_s, kinds.constFirst()}};
    }
    return clause;
}

QJsonObject ConditionRows::leafOf(QVariantMap clause)
{
    const QString kind = clause.take(u"kind"_s).toString();
    if (signalKinds().contains(kind))
        return {{u"signal"_s, QJsonObject{{kind, true}}}};
    // A missing member means "anywhere" or "any emotion".
    clause.removeIf([](const auto &field) {
        return field.value().typeId() == QMetaType::QString && field.value().toString().isEmpty();
    });
    return {{kind, RoleValues::toJson(clause)}};
}

ConditionRows::ConditionRows(const QJsonObject &tree, const QString &shown)
    : m_tree(tree)
    , m_count(ConditionTree::countOf(tree))
{
    Part top = ConditionTree::at(tree, shown);
    if (!top.isGroup)
        top = ConditionTree::at(tree, {});
    const QString lead = top.path.isEmpty() ? u"when"_s : QString();
    // A rule with one condition needs no heading.
    const bool isPlain = top.isGroup && top.path.isEmpty() && top.parts.size() == 1
        && (top.joint == Joint::Any || top.joint == Joint::All);
    const Part only = isPlain ? ConditionTree::at(tree, top.parts.constFirst()) : top;
    if (!only.isGroup) {
        addLeaf(only, 0, lead);
        addEnd(top, 0);
        return;
    }
    unfold(top);
    addPart(top, 0, lead);
}

/// Unfolds groups in the order of their depth, as long as there is room.
void ConditionRows::unfold(const Part &group)
{
    QQueue<std::pair<Part, int>> groups;
    groups.enqueue({group, 0});
    qsizetype rows = 0;
    while (!groups.isEmpty()) {
        const auto [next, depth] = groups.dequeue();
        const qsizetype more = next.parts.size() + 1;
        if (depth > 0 && (depth >= maxDepth || rows + more > maxRows))
            continue;
        rows += more;
        m_unfolded += next.path;
        for (const QString &path : next.parts) {
            if (const Part part = ConditionTree::at(m_tree, path); part.isGroup)
                groups.enqueue({part, depth + 1});
        }
    }
}

/// Returns whether the rule has another condition.
bool ConditionRows::isRemovable(const QString &path) const
{
    for (auto group = ConditionTree::groupOf(path); group; group = ConditionTree::groupOf(*group)) {
        if (ConditionTree::at(m_tree, *group).parts.size() > 1)
            return true;
    }
    return false;
}

void ConditionRows::addPart(const Part &part, int depth, const QString &lead)
{
    if (!part.isGroup)
        return addLeaf(part, depth, lead);
    const bool isFolded = !m_unfolded.contains(part.path);
    QVariantMap row{
        {u"type"_s, u"group"_s},          {u"path"_s, part.path},   {u"depth"_s, depth},
        {u"number"_s, m_groups++},        {u"lead"_s, lead},        {u"isRemovable"_s, isRemovable(part.path)},
        {u"joint"_s, nameOf(part.joint)}, {u"isFolded"_s, isFolded}};
    if (isFolded) {
        row.insert(u"count"_s, part.parts.size());
        row.insert(u"conditions"_s, RoleValues::fromJson(ConditionTree::conditionAt(m_tree, part.path)));
    }
    m_rows += row;
    if (isFolded)
        return;
    QString next;
    for (const QString &path : part.parts) {
        addPart(ConditionTree::at(m_tree, path), depth + 1, next);
        next = followingLead(part.joint);
    }
    addEnd(part, depth + 1);
}

void ConditionRows::addLeaf(const Part &leaf, int depth, const QString &lead)
{
    m_rows += QVariantMap{{u"type"_s, u"leaf"_s},
                          {u"path"_s, leaf.path},
                          {u"depth"_s, depth},
                          {u"number"_s, m_leaves++},
                          {u"lead"_s, lead},
                          {u"isRemovable"_s, isRemovable(leaf.path)},
                          {u"isNegated"_s, leaf.isNegated},
                          {u"clause"_s, clauseOf(leaf.leaf)}};
}

void ConditionRows::addEnd(const Part &group, int depth)
{
    m_rows += QVariantMap{{u"type"_s, u"add"_s},
                          {u"path"_s, group.path},
                          {u"depth"_s, depth},
                          {u"number"_s, m_ends++},
                          {u"isFull"_s, !ConditionTree::hasRoom(group)},
                          {u"isDeep"_s, !ConditionTree::canNest(group, 1)},
                          {u"most"_s, ConditionTree::maxParts},
                          {u"room"_s, ConditionTree::maxConditions - m_count},
                          {u"mostOfAll"_s, ConditionTree::maxConditions}};
}
