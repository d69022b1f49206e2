// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/conditiontree.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ConditionTree {

namespace {

QStringList keysOf(const QString &path) { return path.split(u'/', Qt::SkipEmptyParts); }

QString below(const QString &path, const QString &rest) { return path.isEmpty() ? rest : path + u'/' + rest; }

QString below(const QString &path, qsizetype index) { return below(path, QString::number(index)); }

qsizetype indexOf(const QString &path) { return path.section(u'/', -1).toInt(); }

bool isNegated(Joint joint) { return joint == Joint::None || joint == Joint::NotAll; }

QString listName(Joint joint) { return joint == Joint::Any || joint == Joint::None ? u"any"_s : u"all"_s; }

QJsonObject groupWith(Joint joint, const QJsonArray &conditions)
{
    const QJsonObject list{{listName(joint), conditions}};
    return isNegated(joint) ? QJsonObject{{u"not"_s, list}} : list;
}

/// Returns `value` with another value at the path from `depth` on.
QJsonValue put(const QJsonValue &value, const QStringList &keys, qsizetype depth, const QJsonValue &other)
{
    if (depth == keys.size())
        return other;
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        const qsizetype index = keys[depth].toInt();
        if (index < list.size())
            list[index] = put(list[index], keys, depth + 1, other);
        return list;
    }
    QJsonObject object = value.toObject();
    object.insert(keys[depth], put(object.value(keys[depth]), keys, depth + 1, other));
    return object;
}

QJsonObject withCondition(const QJsonObject &tree, const QString &path, const QJsonObject &condition)
{
    return put(tree, keysOf(path), 0, condition).toObject();
}

/// Returns the path of the list of a group. That of a negated negation is the one that it will have as other groups do.
QString listPath(const Part &group)
{
    return below(group.path, (isNegated(group.joint) ? u"not/"_s : QString()) + listName(group.joint));
}

QJsonArray conditionsOf(const QJsonObject &tree, const Part &group)
{
    QJsonArray conditions;
    for (const QString &path : group.parts)
        conditions.append(conditionAt(tree, path));
    return conditions;
}

QJsonObject withConditions(const QJsonObject &tree, const Part &group, const QJsonArray &conditions)
{
    return withCondition(tree, group.path, groupWith(group.joint, conditions));
}

std::optional<Edited> checked(const QJsonObject &tree, const QString &path)
{
    return fits(tree) ? std::optional(Edited{tree, path}) : std::nullopt;
}

/// Adds a condition at the end of a group, whatever the limits.
Edited withAdded(const QJsonObject &tree, const QString &path, const QJsonObject &condition)
{
    const Part group = at(tree, path);
    QJsonArray conditions;
    if (group.isGroup)
        conditions = conditionsOf(tree, group);
    else
        conditions = {conditionAt(tree, path)};
    conditions.append(condition);
    return {withConditions(tree, group, conditions), below(listPath(group), conditions.size() - 1)};
}

/// Returns the path of a condition after the one at `victim` was taken out of its list.
QString shifted(const QString &path, const QString &victim)
{
    QStringList keys = keysOf(path);
    const QStringList gone = keysOf(victim);
    const qsizetype at = gone.size() - 1;
    if (keys.size() > at && keys.mid(0, at) == gone.mid(0, at) && keys[at].toInt() > gone[at].toInt())
        keys[at] = QString::number(keys[at].toInt() - 1);
    return keys.join(u'/');
}

/// Removes a condition, and the groups that would be empty without it. The path is that of the topmost of these.
std::optional<Edited> erased(const QJsonObject &tree, QString path)
{
    for (auto around = groupOf(path); around; around = groupOf(path)) {
        const Part group = at(tree, *around);
        if (group.parts.size() > 1) {
            QJsonArray conditions = conditionsOf(tree, group);
            conditions.removeAt(indexOf(path));
            return Edited{withConditions(tree, group, conditions), path};
        }
        path = *around;
    }
    return {};
}

/// `keys`: the number of keys in the path of the condition.
bool conditionFits(const QJsonObject &condition, qsizetype keys)
{
    if (keys > 2 * (maxDepth - 1))
        return false;
    for (const QString &name : {u"any"_s, u"all"_s}) {
        const QJsonArray list = condition[name].toArray();
        const auto fitsInside = [keys](const QJsonValue &part) { return conditionFits(part.toObject(), keys + 2); };
        if (condition.contains(name)
            && (list.isEmpty() || list.size() > maxParts || !std::all_of(list.begin(), list.end(), fitsInside)))
            return false;
    }
    return !condition.contains(u"not"_s) || conditionFits(condition[u"not"_s].toObject(), keys + 1);
}
}

QJsonObject conditionAt(const QJsonObject &tree, const QString &path)
{
    QJsonValue value = tree;
    const QStringList keys = keysOf(path);
    for (const QString &key : keys)
        value = value.isArray() ? value.toArray().at(key.toInt()) : value.toObject().value(key);
    return value.toObject();
}

Part at(const QJsonObject &tree, const QString &path)
{
    const QJsonObject outer = conditionAt(tree, path);
    const bool negated = outer.size() == 1 && outer[u"not"_s].isObject();
    const QJsonObject condition = negated ? outer[u"not"_s].toObject() : outer;
    const QString inside = negated ? below(path, u"not"_s) : path;
    Part part{.path = path};
    for (const Joint joint : {Joint::Any, Joint::All}) {
        const QString name = listName(joint);
        if (condition.size() != 1 || !condition[name].isArray())
            continue;
        part.isGroup = true;
        part.joint = !negated ? joint : joint == Joint::Any ? Joint::None : Joint::NotAll;
        for (qsizetype i = 0; i < condition[name].toArray().size(); ++i)
            part.parts += below(below(inside, name), i);
        return part;
    }
    if (negated && condition.size() == 1 && condition[u"not"_s].isObject()) {
        part.isGroup = true;
        part.joint = Joint::None;
        part.parts = {inside};
        return part;
    }
    part.isNegated = negated;
    part.leaf = condition;
    return part;
}

std::optional<QString> groupOf(const QString &path)
{
    QStringList keys = keysOf(path);
    if (keys.isEmpty())
        return {};
    if (keys.takeLast() == "not"_L1) // a negated negation contains it
        return keys.join(u'/');
    keys.removeLast();
    if (!keys.isEmpty() && keys.constLast() == "not"_L1)
        keys.removeLast();
    return keys.join(u'/');
}

qsizetype countOf(const QJsonObject &tree)
{
    qsizetype count = 1;
    for (const QString &name : {u"any"_s, u"all"_s}) {
        for (const QJsonArray list = tree[name].toArray(); const QJsonValue &part : list)
            count += countOf(part.toObject());
    }
    return tree.contains(u"not"_s) ? count + countOf(tree[u"not"_s].toObject()) : count;
}

bool fits(const QJsonObject &tree) { return conditionFits(tree, 0) && countOf(tree) <= maxConditions; }

bool hasRoom(const Part &part) { return part.parts.size() < maxParts; }

bool canNest(const Part &part, qsizetype lists)
{
    return keysOf(listPath(part)).size() + 1 + 2 * lists <= 2 * (maxDepth - 1);
}

std::optional<Edited> added(const QJsonObject &tree, const QString &path, const QJsonObject &condition)
{
    const Edited edited = withAdded(tree, path, condition);
    return checked(edited.tree, edited.path);
}

std::optional<Edited> withLeaf(const QJsonObject &tree, const QString &path, const QJsonObject &leaf)
{
    const Part part = at(tree, path);
    if (part.isGroup)
        return {};
    return checked(withCondition(tree, part.isNegated ? below(path, u"not"_s) : path, leaf), path);
}

std::optional<Edited> withNegation(const QJsonObject &tree, const QString &path, bool isNegated)
{
    const Part part = at(tree, path);
    if (part.isGroup)
        return {};
    return checked(withCondition(tree, path, isNegated ? QJsonObject{{u"not"_s, part.leaf}} : part.leaf), path);
}

std::optional<Edited> withJoint(const QJsonObject &tree, const QString &path, Joint joint)
{
    Part group = at(tree, path);
    if (!group.isGroup)
        return {};
    if (group.joint == joint)
        return Edited{tree, path};
    const QJsonArray conditions = conditionsOf(tree, group);
    group.joint = joint;
    return checked(withConditions(tree, group, conditions), path);
}

std::optional<Edited> removed(const QJsonObject &tree, const QString &path)
{
    const auto rest = erased(tree, path);
    if (!rest)
        return {};
    return Edited{rest->tree, *groupOf(rest->path)};
}

std::optional<Edited> movedInto(const QJsonObject &tree, const QString &path, const QString &group)
{
    const auto around = groupOf(path);
    if (!around || path == group || groupOf(group) != around || !at(tree, group).isGroup)
        return {};
    const Edited more = withAdded(tree, group, conditionAt(tree, path));
    const auto rest = erased(more.tree, path);
    return rest ? checked(rest->tree, shifted(more.path, rest->path)) : std::nullopt;
}

std::optional<Edited> movedOut(const QJsonObject &tree, const QString &path)
{
    const auto inner = groupOf(path);
    const auto outer = inner ? groupOf(*inner) : std::nullopt;
    if (!outer)
        return {};
    // Without the last condition, its group is gone, and the condition stands in its place.
    if (at(tree, *inner).parts.size() == 1)
        return checked(withCondition(tree, *inner, conditionAt(tree, path)), *inner);
    const auto rest = erased(tree, path);
    const Part group = at(rest->tree, *outer);
    QJsonArray conditions = conditionsOf(rest->tree, group);
    const qsizetype place = group.parts.indexOf(*inner) + 1;
    conditions.insert(place, conditionAt(tree, path));
    return checked(withConditions(rest->tree, group, conditions), below(listPath(group), place));
}

std::optional<Edited> grouped(const QJsonObject &tree, const QString &path)
{
    const auto around = groupOf(path);
    const bool one = around && listName(at(tree, *around).joint) == "all"_L1;
    const Joint joint = one ? Joint::Any : Joint::All;
    const QJsonObject group = groupWith(joint, {conditionAt(tree, path)});
    return checked(withCondition(tree, path, group), below(path, listName(joint) + u"/0"_s));
}

std::optional<Edited> ungrouped(const QJsonObject &tree, const QString &path)
{
    const Part inner = at(tree, path);
    const auto around = groupOf(path);
    if (!inner.isGroup || isNegated(inner.joint))
        return {};
    const QJsonArray parts = conditionsOf(tree, inner);
    if (parts.size() == 1)
        return checked(withCondition(tree, path, parts[0].toObject()), path);
    if (!around)
        return {};
    const Part group = at(tree, *around);
    const qsizetype place = group.parts.indexOf(path);
    QJsonArray conditions = conditionsOf(tree, group);
    conditions.removeAt(place);
    for (qsizetype i = 0; i < parts.size(); ++i)
        conditions.insert(place + i, parts[i]);
    return checked(withConditions(tree, group, conditions), below(listPath(group), place));
}
}
