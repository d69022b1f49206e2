// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemode.h"
#include "server/insight/vision/condition.h"
#include "server/insight/vision/nearmisses.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <chrono>

/// Determines the usual time between the pictures of a camera that were judged: the median of the last intervals. A
/// stall does not change the median, and neither does a single picture that comes early.
class ObservationPace
{
public:
    /// Takes the time of the next picture that was judged.
    void note(const QDateTime &time);
    /// Ignores the time until the next picture, because the camera is offline or its clock was set.
    void interrupt() { m_last = {}; }
    /// Returns the usual time, or zero before the second picture.
    std::chrono::milliseconds usual() const;

private:
    QDateTime m_last;
    QList<std::chrono::milliseconds> m_intervals; ///< oldest first
};

/// The times that decide when a met condition opens a mark, and when the mark ends.
struct RuleTimes
{
    std::chrono::milliseconds minDuration{500}; ///< minimum time for which the condition is met
    std::chrono::milliseconds mergeGap{3000}; ///< shorter pauses do not end a mark
    std::chrono::milliseconds cooldown{10'000}; ///< minimum time between the end of a mark and the start of the next
    std::chrono::milliseconds maxDuration{40'000}; ///< maximum duration of a mark
    DeviceMode::CooldownPer cooldownPer = DeviceMode::CooldownPer::Mode;
    qint64 maxPerHour = 0; ///< maximum number of marks per hour; 0: unlimited

    friend bool operator==(const RuleTimes &, const RuleTimes &) = default;
};

/// An object that took part in a mark.
struct MarkedObject
{
    SeenTrack track; ///< as it was last seen, except for the box
    Box box; ///< in the best picture or, if it is not there, where it was largest
    QDateTime time; ///< when the object was at `box`
};

/// A change of the mark that a rule has open. A rule has at most one open mark.
struct RuleEvent
{
    enum class Kind { Opened, Updated, Closed };
    Kind kind = Kind::Opened;
    QDateTime start; ///< when the condition was first met
    QDateTime end; ///< when the condition was last met
    double score = 0; ///< median of the scores
    QDateTime bestTime; ///< time of the best picture
    QList<MovingRegion> regions; ///< at bestTime
    QJsonObject reason; ///< at bestTime
    QString label; ///< at bestTime
    QList<ZoneId> zones = {}; ///< in the order in which they were entered
    QList<MarkedObject> objects = {}; ///< in the order in which they appeared
};

/// Turns observations into marks. The class uses no clock, no pictures, and no database, so that tests can feed it with
/// a table of observations.
///
/// The minimum length of a pause depends on the pace of the observations that can be judged, because a camera may send
/// only one picture per second, and faces are not detected in every picture. A single picture or two in which nothing
/// is detected are not a pause.
class MotionRule
{
public:
    MotionRule(Condition condition, RuleTimes times)
        : m_condition(std::move(condition))
        , m_times(times)
    {
    }

    struct Step
    {
        QList<RuleEvent> events;
        bool best = false; ///< the picture is the best so far of the mark that is open or may open
        QList<NearMiss> nearMisses = {}; ///< what was over before this observation
    };
    /// Takes the next observation. If its time is more than a second before that of the previous one, the clock was set
    /// back, and the open mark is closed with its last time on the old clock. If its time is less than a second before,
    /// the picture is out of order and is ignored.
    Step observe(const Observation &observation);
    /// Closes the open mark because no observations follow for now.
    QList<RuleEvent> lost();
    /// lastEnds() returns the end of the last mark of each label. setLastEnds() passes it to the next rule of the
    /// device, so that a cooldown per device continues when the mode changes.
    QHash<QString, QDateTime> lastEnds() const { return m_lastEnds; }
    void setLastEnds(const QHash<QString, QDateTime> &lastEnds) { m_lastEnds = lastEnds; }
    /// Returns true if the last observation was far from a mark. Observations that repeat it change nothing then,
    /// unless a condition is about a duration.
    bool isIdle() const { return !m_stretch && !m_isNear && m_nearMisses.isEmpty(); }
    /// Returns when the open mark started, or an invalid time if no mark is open.
    QDateTime openSince() const { return m_stretch && m_stretch->open ? m_stretch->start : QDateTime(); }

private:
    /// A period in which the condition is met: an open mark, or one that may open.
    struct Stretch
    {
        QDateTime start;
        QDateTime end;
        QDateTime reportedAt; ///< time of the last event
        bool open = false;
        bool missed = false; ///< the condition was judged and not met after `end`
        bool changed = false; ///< the best picture changed after the last event
        double best = -1;
        QDateTime bestTime;
        QList<MovingRegion> regions;
        QJsonObject reason;
        QString label;
        QList<ZoneId> zones;
        QList<double> scores;
        QList<MarkedObject> objects;
    };

    double cooldownLeft(const Observation &observation, const Verdict &verdict) const;
    bool mayOpen(const QDateTime &now);
    void followClockBack(const QDateTime &time, Step &step);
    std::chrono::milliseconds longestPause() const;
    void closeIfOver(const Observation &observation, Step &step);
    bool extend(const Observation &observation, const Verdict &verdict);
    void noteObjects(const Observation &observation, const Verdict &verdict, bool best);
    void noteNearMiss(const Observation &observation, const Verdict &verdict, Step &step);
    void report(RuleEvent::Kind kind, const QDateTime &now, QList<RuleEvent> &events);
    void close(QList<RuleEvent> &events);

    Condition m_condition;
    RuleTimes m_times;
    ObservationPace m_pace;
    QDateTime m_now; ///< time of the last observation
    std::optional<Stretch> m_stretch;
    QHash<QString, QDateTime> m_lastEnds;
    QList<QDateTime> m_opened; ///< when marks were opened in the last hour
    NearMisses m_nearMisses;
    bool m_isNear = false; ///< the last observation met the condition, or nearly
};
