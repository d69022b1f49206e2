// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "server/insight/vision/observation.h"

#include <QJsonObject>
#include <QStringList>

/// What a condition says to an observation.
struct Verdict
{
    bool met = false;
    double score = 0; ///< 0..1: how clearly; 0.5 where it is only just met
    QJsonObject reason = {}; ///< the condition again, with `measured` and `met` at each leaf
    bool known = true; ///< false: nothing can be said at this moment
    QString label = {}; ///< of what was seen: `motion`, `face`, `signal`
    QList<MovingRegion> regions = {}; ///< what was seen, the largest first
};

/// One condition of its own, `{"name": {fields}}`. Which fields each has, and within which bounds, is the table in
/// conditionleaf.cpp. Shares are of the picture, 0..1; durations are seconds.
///
/// `motion`: `threshold` of the picture moves, and one thing that moves covers `min_area` of it. `face`: at least
/// `count` faces of this `score`, with this `emotion`. `signal`: the stream is `lost`, or the scene `covered`. The
/// others are understood and kept, but not evaluated yet.
class ConditionLeaf
{
public:
    static QStringList names();
    static ConditionLeaf parse(const QString &name, const QJsonObject &json, const QString &pointer,
                               FieldErrors &errors);

    Verdict judge(const Observation &observation) const;

    QString name() const { return m_name; }
    QString pointer() const { return m_pointer; }
    bool isEvaluated() const;
    /// The zones that it names, each with its pointer.
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
    QJsonObject m_fields; ///< what was said, and what holds where nothing was said
    ZoneId m_zone;
};
