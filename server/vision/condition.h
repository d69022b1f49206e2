// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fielderror.h"
#include "server/vision/motion.h"

#include <QDateTime>
#include <QJsonObject>

/// What is known of a scene at one moment.
struct Observation
{
    QDateTime time; ///< UTC
    MotionSample motion;
};

/// What a condition says to an observation.
struct Verdict
{
    bool met = false;
    double score = 0; ///< 0..1: how clearly; 0.5 where it is only just met
    QJsonObject reason; ///< the condition again, with `measured` and `met` at each leaf
};

/// A tree of conditions, as a DeviceMode has it:
///
///     {"any": […]}, {"all": […]}, {"not": {…}}      over
///     {"motion": {"threshold": 0.005, "min_area": 0.002}}
///
/// Motion is there when `threshold` of the picture moves, and one thing that moves covers `min_area` of it: both are
/// shares of the picture, 0..1.
class Condition
{
public:
    /// Everything that is wrong goes to `errors`, each with its pointer below `pointer`.
    static Condition parse(const QJsonObject &json, const QString &pointer, FieldErrors &errors);

    Verdict judge(const Observation &observation) const;

private:
    enum class Kind { Any, All, Not, Motion };

    static Condition parseList(Kind kind, const QJsonValue &json, const QString &pointer, FieldErrors &errors);
    static Condition parseMotion(const QJsonObject &json, const QString &pointer, FieldErrors &errors);
    Verdict judgeMotion(const Observation &observation) const;
    Verdict judgeList(const Observation &observation) const;

    Kind m_kind = Kind::Any; ///< of nothing: never met
    QList<Condition> m_parts;
    double m_threshold = 0.005;
    double m_minArea = 0.002;
};
