// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/core/id.h"
#include "server/insight/vision/conditionleaf.h"

#include <QJsonObject>
#include <QList>

/// A tree of conditions, as a DeviceMode has it:
///
///     {"any": […]}, {"all": […]}, {"not": {…}}      over the leaves of ConditionLeaf
///
/// What cannot be known at a moment is neither met nor, under `not`, met by its absence.
class Condition
{
public:
    /// Everything that is wrong goes to `errors`, each with its pointer below `pointer`.
    static Condition parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors);

    Verdict judge(const Observation &observation) const;

    /// All leaves in it, with their pointers below the one it was parsed at.
    QList<const ConditionLeaf *> leaves() const;
    bool asksFor(const QString &leaf) const;
    /// The names of the leaves that are never evaluated.
    QStringList unavailable() const;

private:
    enum class Kind { Any, All, Not, Leaf };

    static Condition parseList(Kind kind, const QJsonValue &json, const QString &pointer, FieldErrors &errors);
    Verdict judgeList(const Observation &observation) const;

    Kind m_kind = Kind::Any; ///< of nothing: never met
    QList<Condition> m_parts;
    ConditionLeaf m_leaf;
};
