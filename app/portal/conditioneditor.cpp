// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/conditioneditor.h"

#include "app/portal/conditionrows.h"
#include "app/portal/rolevalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using ConditionTree::Edited;

namespace {
QVariantMap resultOf(const std::optional<Edited> &edited)
{
    if (!edited)
        return {};
    return {{u"conditions"_s, RoleValues::fromJson(edited->tree)}, {u"path"_s, edited->path}};
}
}

QVariantList ConditionEditor::rows(const QVariantMap &conditions, const QString &shown) const
{
    return ConditionRows(RoleValues::toJson(conditions), shown).list();
}

bool ConditionEditor::isGroup(const QVariantMap &conditions, const QString &path) const
{
    return ConditionTree::at(RoleValues::toJson(conditions), path).isGroup;
}

QString ConditionEditor::groupOf(const QString &path) const { return ConditionTree::groupOf(path).value_or(QString()); }

QVariantMap ConditionEditor::add(const QVariantMap &conditions, const QString &path, bool grouped) const
{
    const QJsonObject leaf{{u"motion"_s, QJsonObject{{u"threshold"_s, 0.005}, {u"min_area"_s, 0.002}}}};
    auto edited = ConditionTree::added(RoleValues::toJson(conditions), path, leaf);
    if (edited && grouped)
        edited = ConditionTree::grouped(edited->tree, edited->path);
    return resultOf(edited);
}

QVariantMap ConditionEditor::setClause(const QVariantMap &conditions, const QString &path,
                                       const QVariantMap &clause) const
{
    return resultOf(ConditionTree::withLeaf(RoleValues::toJson(conditions), path, ConditionRows::leafOf(clause)));
}

QVariantMap ConditionEditor::setJoint(const QVariantMap &conditions, const QString &path, const QString &joint) const
{
    return resultOf(ConditionTree::withJoint(RoleValues::toJson(conditions), path, ConditionRows::jointOf(joint)));
}

QVariantMap ConditionEditor::remove(const QVariantMap &conditions, const QString &path) const
{
    return resultOf(ConditionTree::removed(RoleValues::toJson(conditions), path));
}

QVariantMap ConditionEditor::actions(const QVariantMap &conditions, const QString &path) const
{
    const QJsonObject tree = RoleValues::toJson(conditions);
    const auto part = ConditionTree::at(tree, path);
    const auto around = ConditionTree::groupOf(path);
    QVariantMap results;
    const auto offer = [&results](const QString &name, const std::optional<Edited> &edited) {
        if (edited)
            results.insert(name, resultOf(edited));
    };
    offer(u"negate"_s, ConditionTree::withNegation(tree, path, !part.isNegated));
    offer(u"ungroup"_s, ConditionTree::ungrouped(tree, path));
    offer(u"out"_s, ConditionTree::movedOut(tree, path));
    if (!around)
        return results;
    const QStringList parts = ConditionTree::at(tree, *around).parts;
    if (parts.size() > 1) // a group around the only condition would change nothing
        offer(u"group"_s, ConditionTree::grouped(tree, path));
    const auto isGroup = [&tree](const QString &other) { return ConditionTree::at(tree, other).isGroup; };
    const qsizetype place = parts.indexOf(path);
    const auto above = std::find_if(parts.rbegin() + (parts.size() - place), parts.rend(), isGroup);
    if (above != parts.rend())
        offer(u"above"_s, ConditionTree::movedInto(tree, path, *above));
    const auto below = std::find_if(parts.begin() + place + 1, parts.end(), isGroup);
    if (below != parts.end())
        offer(u"below"_s, ConditionTree::movedInto(tree, path, *below));
    return results;
}
