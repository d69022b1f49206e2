// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "server/insight/vision/leafmemory.h"
#include "server/insight/vision/observation.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

/// Why a condition is not met: a measured value that does not reach its limit.
struct Shortfall
{
    QString pointer = {}; ///< of the limit, such as `/conditions/all/0/object/score`
    double measured = 0;
    double required = 0;

    friend bool operator==(const Shortfall &, const Shortfall &) = default;
};

/// The result of a condition for an observation.
struct Verdict
{
    bool met = false;
    double score = 0; ///< 0 to 1; for motion and durations, 0.5 at the threshold
    QJsonObject reason = {}; ///< the condition, with `measured` and `met` in each leaf
    bool known = true; ///< false: the condition cannot be evaluated at this moment
    QString label = {}; ///< what was detected: `motion`, `face`, `signal`, `absent`, or the label of an object
    QList<MovingRegion> regions = {}; ///< where it was detected, largest first
    QList<SeenTrack> objects = {}; ///< the objects that meet the condition
    bool momentary = false; ///< it is met because of an event at one moment, such as a crossed line
    double nearness = 0; ///< 0 to 1: how close the condition is to being met
    Shortfall shortfall = {}; ///< of the first limit that is not reached, if the condition is known and not met
};

/// A condition without parts: `{"<name>": {<fields>}}`. The table in leaffields.cpp defines the fields of each leaf and
/// their limits. Areas are shares of the picture (0 to 1); durations are seconds.
///
/// - `motion`: the share `threshold` of the picture moves, and the largest moving region covers at least `min_area`.
/// - `object`: an object with one of the `labels`, at least this `score` (the median over its track) and, if given, at
///   least this `size` (the area of its box). An object that belongs to the scene or has come to rest does not count.
/// - `face`: at least `count` faces with at least this `score` and, if given, this `emotion`.
/// - `line`: an object has crossed the line of the `zone` in this `direction`: to the `left` or `right` of somebody who
///   looks from the first point of the line to the second, or `any`.
/// - `zones`: an object has entered the `zones` in this order, the last at most `within` seconds after the first.
/// - `loiter`: an object has been in the `zone` for `longer_than` seconds.
/// - `count`: at least `at_least` objects have been in the `zone`, or in the picture, `for` some seconds.
/// - `absent`: no object has been in the `zone`, or in the picture, `for` some seconds.
/// - `signal`: the stream is `lost`, the lens is `covered`, or the camera has been `moved`.
///
/// Objects that belong to the scene never count. A line and zones are met for a second.
///
/// The conditions about objects remember what they have seen. They use no clock but the times of the observations.
class ConditionLeaf
{
public:
    /// Returns the names of all leaves.
    static QStringList names();
    /// Parses the fields of a leaf. Adds each error to `errors`, with a pointer that starts with `pointer`.
    static ConditionLeaf parse(const QString &name, const QJsonObject &json, const QString &pointer,
                               FieldErrors &errors);

    /// Evaluates the leaf for the next observation.
    Verdict judge(const Observation &observation);

    QString name() const { return m_name; }
    QString pointer() const { return m_pointer; }
    /// Returns true if the leaf is about objects, so that it needs a detector.
    bool needsObjects() const;
    /// Returns true if the leaf depends on whether the lens is covered.
    bool needsLensCheck() const;
    /// Returns true if the leaf depends on whether the camera was moved.
    bool needsViewCheck() const;
    /// Returns the zones in the fields, each with its pointer.
    QList<std::pair<QString, ZoneId>> zones() const;

    /// A line and zones remain met for this time, so that they can be combined with other conditions.
    static constexpr std::chrono::milliseconds eventLasts{1000};

private:
    struct Limit
    {
        QString field;
        double measured = 0;
        double required = 0;
    };

    double number(const QString &field) const;
    bool stands(const Observation &observation, const SeenTrack &track) const;
    Verdict judgeMotion(const Observation &observation) const;
    Verdict judgeFace(const Observation &observation) const;
    Verdict judgeSignal(const Observation &observation) const;
    Verdict judgeTracks(const Observation &observation);
    Verdict judgeObject(const Observation &observation) const;
    Verdict judgeLine(const Observation &observation);
    Verdict judgeZones(const Observation &observation);
    Verdict judgeLoiter(const Observation &observation);
    Verdict judgeCount(const Observation &observation);
    Verdict judgeAbsent(const Observation &observation);
    Verdict eventVerdict(const Observation &observation, QJsonObject measured, double nearness,
                         const Shortfall &shortfall) const;
    Verdict verdict(bool met, double score, const QJsonObject &measured) const;
    Verdict verdict(const QList<Limit> &limits, double score, const QJsonObject &measured) const;
    Verdict withObjects(Verdict verdict, const QList<SeenTrack> &objects) const;
    Verdict unknown() const;

    QString m_name;
    QString m_pointer;
    QJsonObject m_fields; ///< the given fields, completed with default values
    ZoneId m_zone;
    QList<ZoneId> m_order; ///< of `zones`
    LeafMemory m_memory;
};
