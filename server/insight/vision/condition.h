// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/core/id.h"
#include "server/insight/vision/conditionleaf.h"

#include <QJsonObject>
#include <QList>

/// The tree of conditions of a DeviceMode: `{"any": […]}`, `{"all": […]}`, and `{"not": {…}}`, with instances of
/// ConditionLeaf as leaves.
///
/// A condition that cannot be evaluated at a moment is not met, and neither is its negation.
class Condition
{
public:
    /// Parses a condition. Adds each error to `errors`, with a pointer that starts with `pointer`. A tree with more
    /// conditions or text than the API allows costs no more than the largest allowed tree, and has one error.
    static Condition parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors);

    /// Evaluates the condition for the next observation. A copy of the condition remembers by itself what it has seen.
    Verdict judge(const Observation &observation);

    QList<const ConditionLeaf *> leaves() const;
    /// Returns true if the tree contains a leaf with this name.
    bool contains(const QString &leaf) const;
    /// Returns true if a leaf depends on whether the lens is covered.
    bool needsLensCheck() const;
    bool needsViewCheck() const;
    /// Returns true if a leaf is about objects.
    bool needsObjects() const;
    /// Returns the names of the leaves that are not evaluated while objects cannot be detected.
    QStringList namesAboutObjects() const;

private:
    enum class Kind { Any, All, Not, Leaf };
    class Parser;

    Verdict judgeList(const Observation &observation);

    Kind m_kind = Kind::Any; ///< a condition of this kind without parts is never met
    QList<Condition> m_parts;
    ConditionLeaf m_leaf;
};
