// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "server/insight/vision/observation.h"

#include <QJsonObject>
#include <QStringList>

/// The result of a condition for an observation.
struct Verdict
{
    bool met = false;
    double score = 0; ///< 0 to 1; for motion, 0.5 at the threshold
    QJsonObject reason = {}; ///< the condition, with `measured` and `met` in each leaf
    bool known = true; ///< false: the condition cannot be evaluated at this moment
    QString label = {}; ///< what was detected: `motion`, `face`, or `signal`
    QList<MovingRegion> regions = {}; ///< where it was detected, largest first
};

/// A condition without parts: `{"<name>": {<fields>}}`. The table in conditionleaf.cpp defines the fields of each leaf
/// and their limits. Areas are shares of the picture (0 to 1); durations are seconds.
///
/// - `motion`: the share `threshold` of the picture moves, and the largest moving region covers at least `min_area`.
/// - `face`: at least `count` faces with at least this `score` and, if given, this `emotion`.
/// - `signal`: the stream is `lost`, or the lens is `covered`.
///
/// Other leaves are parsed and stored, but not evaluated.
class ConditionLeaf
{
public:
    /// Returns the names of all leaves.
    static QStringList names();
    /// Parses the fields of a leaf. Adds each error to `errors`, with a pointer that starts with `pointer`.
    static ConditionLeaf parse(const QString &name, const QJsonObject &json, const QString &pointer,
                               FieldErrors &errors);

    /// Evaluates the leaf for an observation.
    Verdict judge(const Observation &observation) const;

    QString name() const { return m_name; }
    QString pointer() const { return m_pointer; }
    /// Returns true if this server evaluates leaves of this name.
    bool isEvaluated() const;
    /// Returns true if the leaf depends on whether the lens is covered.
    bool needsLensCheck() const;
    /// Returns the zones in the fields, each with its pointer.
    QList<std::pair<QString, ZoneId>> zones() const;

private:
    double number(const QString &field) const;
    Verdict judgeMotion(const Observation &observation) const;
    Verdict judgeFace(const Observation &observation) const;
    Verdict judgeSignal(const Observation &observation) const;
    Verdict verdict(bool met, double score, const QJsonObject &measured) const;
    Verdict unknown() const;

    QString m_name;
    QString m_pointer;
    QJsonObject m_fields; ///< the given fields, completed with default values
    ZoneId m_zone;
};
