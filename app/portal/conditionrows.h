// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/conditiontree.h"

#include <QSet>
#include <QVariantMap>

/// Lists a tree of conditions as rows, see ConditionEditor. Only so many rows as a page can draw at once: the groups
/// that are nested too deeply, or would make the list too long, are folded. An app may set hundreds of conditions.
class ConditionRows
{
public:
    static constexpr qsizetype maxRows = 60; ///< of groups inside the shown one; its own conditions are always listed
    static constexpr int maxDepth = 4;

    ConditionRows(const QJsonObject &tree, const QString &shown);

    QVariantList list() const { return m_rows; }

    static QString nameOf(ConditionTree::Joint joint);
    /// Returns the joint with a name. Returns Any for other names.
    static ConditionTree::Joint jointOf(const QString &name);
    /// Returns the members of a leaf with its kind.
    static QVariantMap clauseOf(const QJsonObject &leaf);
    /// Returns the leaf of a clause.
    static QJsonObject leafOf(QVariantMap clause);

private:
    void unfold(const ConditionTree::Part &group);
    bool isRemovable(const QString &path) const;
    void addPart(const ConditionTree::Part &part, int depth, const QString &lead);
    void addLeaf(const ConditionTree::Part &leaf, int depth, const QString &lead);
    void addEnd(const ConditionTree::Part &group, int depth);

    QJsonObject m_tree;
    qsizetype m_count = 0; ///< of conditions in the tree
    QSet<QString> m_unfolded; ///< paths of groups whose conditions are listed
    QVariantList m_rows;
    int m_leaves = 0;
    int m_groups = 0;
    int m_ends = 0;
};
