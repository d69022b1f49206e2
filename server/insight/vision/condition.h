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
    /// Parses a condition. Adds each error to `errors`, with a pointer that starts with `pointer`.
    static Condition parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors);

    /// Evaluates the condition for an observation.
    Verdict judge(const Observation &observation) const;

    QList<const ConditionLeaf *> leaves() const;
    /// Returns true if the tree contains a leaf with this name.
    bool contains(const QString &leaf) const;
    /// Returns true if a leaf depends on whether the lens is covered.
    bool needsLensCheck() const;
    /// Returns the names of the leaves that this server does not evaluate.
    QStringList unavailable() const;

private:
    enum class Kind { Any, All, Not, Leaf };

    static Condition parseList(Kind kind, const QJsonValue &json, const QString &pointer, FieldErrors &errors);
    Verdict judgeList(const Observation &observation) const;

    Kind m_kind = Kind::Any; ///< a condition of this kind without parts is never met
    QList<Condition> m_parts;
    ConditionLeaf m_leaf;
};
