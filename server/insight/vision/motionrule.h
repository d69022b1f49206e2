// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemode.h"
#include "server/insight/vision/condition.h"

#include <QHash>

#include <chrono>

/// When a condition that is met becomes a mark, and when that ends.
struct RuleTimes
{
    std::chrono::milliseconds minDuration{500}; ///< it must hold for so long
    std::chrono::milliseconds mergeGap{3000}; ///< shorter pauses do not end a mark
    std::chrono::milliseconds cooldown{10'000}; ///< after the end of a mark, before the next one may begin
    std::chrono::milliseconds maxDuration{40'000}; ///< then the mark ends, whatever goes on
    DeviceMode::CooldownPer cooldownPer = DeviceMode::CooldownPer::Mode;
    qint64 maxPerHour = 0; ///< marks; 0: any number

    friend bool operator==(const RuleTimes &, const RuleTimes &) = default;
};

/// What happens to the one mark that a rule has open at a time.
struct RuleEvent
{
    enum class Kind { Opened, Updated, Closed };
    Kind kind = Kind::Opened;
    QDateTime start; ///< when the condition began to hold
    QDateTime end; ///< when it last held, so far
    double score = 0; ///< the median over the mark
    QDateTime bestTime; ///< the moment that shows it best
    QList<MovingRegion> regions; ///< at that moment
    QJsonObject reason; ///< at that moment
    QString label; ///< of what is seen at that moment
    QList<ZoneId> zones = {}; ///< in the order in which they were entered
};

/// Makes marks out of observations: no clock, no pictures, no database, so that a table of observations tests it.
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
        bool best = false; ///< keep this picture: it is the best of what is open, or may open
    };
    /// Observations come in the order of their times, several a second.
    Step look(const Observation &observation);
    /// No more observations for now: what is open ends.
    QList<RuleEvent> lost();
    /// When each label's last mark ended, for the rule that follows this one and has the device's cooldown.
    QHash<QString, QDateTime> lastEnds() const { return m_lastEnds; }
    void goOnFrom(const QHash<QString, QDateTime> &lastEnds) { m_lastEnds = lastEnds; }

private:
    /// A mark, or what may become one.
    struct Stretch
    {
        QDateTime start;
        QDateTime end;
        QDateTime told; ///< of the last event
        bool open = false;
        bool changed = false; ///< a better moment that nobody was told of
        double best = -1;
        QDateTime bestTime;
        QList<MovingRegion> regions;
        QJsonObject reason;
        QString label;
        QList<ZoneId> zones;
        QList<double> scores;
    };

    bool rests(const Observation &observation, const Verdict &verdict) const;
    bool mayOpen(const QDateTime &now);
    void endWhatIsOver(const Observation &observation, Step &step);
    bool take(const Observation &observation, const Verdict &verdict);
    void tell(RuleEvent::Kind kind, const QDateTime &now, QList<RuleEvent> &events);
    void close(QList<RuleEvent> &events);

    Condition m_condition;
    RuleTimes m_times;
    std::optional<Stretch> m_stretch;
    QHash<QString, QDateTime> m_lastEnds;
    QList<QDateTime> m_opened; ///< in the last hour
};
