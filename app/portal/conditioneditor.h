// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantMap>

/// Edits the conditions of a ModeDraft as rows, as far as they fit on a page. A path is one of ConditionTree.
///
/// A function that changes the conditions returns `conditions`, and the `path` of the condition that was added, changed
/// or moved. It returns an empty map if the change would exceed the limits of the API.
class ConditionEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// Returns the rows of the group at `shown` (empty: of all conditions), from the top. Members:
    ///
    /// - `type`: `leaf`, `group`, or `add` (the end of a group, where conditions can be added)
    /// - `path`; `depth`, from 0; `number`, among the rows of the same type
    /// - `lead`: `when`, `and`, `or`, or empty; how the row follows the one before it
    /// - `isRemovable`: false for the last condition of a rule
    /// - of a leaf: `isNegated`, and `clause`: its members, and `kind` (`motion`, `face`, `object`, `line`, `zones`,
    ///   `loiter`, `count`, `absent`, `lost`, `covered`, `moved`, or `signal` for several of the last three)
    /// - of a group: `joint` (`any`, `all`, `none`, `notAll`), `isFolded`: its rows are not shown; then `count` and
    ///   `conditions`, the number of its conditions and its tree
    /// - of an end: `isFull`, `isDeep`: why no condition or no group can be added; `most`: the limit of a group;
    ///   `room`: how many conditions can be added to the rule, where a group is one of them; `mostOfAll`: that limit
    Q_INVOKABLE QVariantList rows(const QVariantMap &conditions, const QString &shown) const;
    Q_INVOKABLE bool isGroup(const QVariantMap &conditions, const QString &path) const;
    /// Returns the path of the group that contains the condition at `path`.
    Q_INVOKABLE QString groupOf(const QString &path) const;

    /// Adds a condition about motion to a group, in a new group if `grouped`.
    Q_INVOKABLE QVariantMap add(const QVariantMap &conditions, const QString &path, bool grouped) const;
    Q_INVOKABLE QVariantMap setClause(const QVariantMap &conditions, const QString &path,
                                      const QVariantMap &clause) const;
    Q_INVOKABLE QVariantMap setJoint(const QVariantMap &conditions, const QString &path, const QString &joint) const;
    Q_INVOKABLE QVariantMap remove(const QVariantMap &conditions, const QString &path) const;
    /// Returns the results of all possible changes of the place and the meaning of a condition, by name: `negate`,
    /// `group`, `ungroup`, `above`, `below` (into the nearest group above or below it), and `out`.
    Q_INVOKABLE QVariantMap actions(const QVariantMap &conditions, const QString &path) const;
};
