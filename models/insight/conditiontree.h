// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>

/// Reads and changes the tree of conditions of a DeviceMode.
///
/// A path names a condition as a JSON pointer below `/conditions` does, without its first slash: `any/0/not`. The empty
/// path names the whole tree. An editor shows the tree as groups and leaves:
///
/// - `any`, `all`, and their negations are groups.
/// - The negation of a negation is a group with one condition, of which none is met.
/// - Every other condition is a leaf, which may be negated.
///
/// The path of a negated group or leaf is that of its `not`.
namespace ConditionTree {

/// Maximum number of conditions in a list.
inline constexpr qsizetype maxParts = 32;
/// Maximum number of nested lists. A negation counts as half a list.
inline constexpr qsizetype maxDepth = 16;
/// Maximum number of conditions in a whole tree. Each group, negation, and leaf counts.
inline constexpr qsizetype maxConditions = 200;
/// Maximum size of a tree as compact JSON. It bounds the lists of labels and zones in the leaves. Only the server
/// checks it.
inline constexpr qsizetype maxBytes = 32 * 1024;

/// How many of its conditions a group needs.
enum class Joint { Any, All, None, NotAll };

/// A condition as an editor shows it.
struct Part
{
    QString path = {};
    bool isGroup = false;
    Joint joint = Joint::Any; ///< of a group
    QStringList parts = {}; ///< paths of the conditions of a group
    bool isNegated = false; ///< of a leaf
    QJsonObject leaf = {}; ///< without its negation
};

/// A changed tree, with the path of the condition that was added, changed, or moved.
struct Edited
{
    QJsonObject tree;
    QString path;
};

/// Returns the tree of the condition at a path, or an empty object if there is none.
QJsonObject conditionAt(const QJsonObject &tree, const QString &path);
/// Returns the condition at a path. If there is none, returns a leaf without members.
Part at(const QJsonObject &tree, const QString &path);
/// Returns the path of the group that contains the condition at `path`, or nothing for the whole tree.
std::optional<QString> groupOf(const QString &path);
/// Returns the number of conditions in a tree: groups, negations, and leaves.
qsizetype countOf(const QJsonObject &tree);
/// Returns whether the nesting, the length of all lists, and the number of all conditions are within the limits of the
/// API.
bool fits(const QJsonObject &tree);
/// Returns whether the API allows another condition in a group.
bool hasRoom(const Part &part);
/// Returns whether the API allows a condition with `lists` nested lists in `part`. A leaf would become a group.
bool canNest(const Part &part, qsizetype lists);

// Each of the following functions returns nothing if the change is impossible or would exceed the limits of the API. A
// group that loses its last condition is removed as well. Conditions that the change is not about remain as they are.

/// Adds a condition at the end of a group. A leaf becomes one of two conditions of which any is enough.
std::optional<Edited> added(const QJsonObject &tree, const QString &path, const QJsonObject &condition);
/// Replaces a leaf, which stays negated if it was.
std::optional<Edited> withLeaf(const QJsonObject &tree, const QString &path, const QJsonObject &leaf);
std::optional<Edited> withNegation(const QJsonObject &tree, const QString &path, bool isNegated);
std::optional<Edited> withJoint(const QJsonObject &tree, const QString &path, Joint joint);
/// Removes a condition. The path is that of the group that contained it.
std::optional<Edited> removed(const QJsonObject &tree, const QString &path);
/// Moves a condition to the end of another group of the same group.
std::optional<Edited> movedInto(const QJsonObject &tree, const QString &path, const QString &group);
/// Moves a condition out of its group, to the place behind that group.
std::optional<Edited> movedOut(const QJsonObject &tree, const QString &path);
/// Puts a condition into a new group of its own. Its joint differs from that of the group around it.
std::optional<Edited> grouped(const QJsonObject &tree, const QString &path);
/// Puts the conditions of a group in the place of the group. Impossible for negated groups, whose conditions would
/// each mean the opposite.
std::optional<Edited> ungrouped(const QJsonObject &tree, const QString &path);
}
