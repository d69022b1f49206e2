// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/condition.h"

#include <QDateTime>
#include <QList>

#include <optional>

/// A time at which a rule nearly opened a mark.
struct NearMiss
{
    QDateTime start;
    QDateTime end;
    double nearness = 0; ///< 0.5 to 1: how close it was at most
    bool met = false; ///< the conditions were met, and another limit of the mode prevented the mark
    Shortfall shortfall; ///< at that moment; its pointer names a limit of the mode, such as `/min_duration`
    QString label; ///< what was detected; may be empty
    QJsonObject reason; ///< the conditions with the measured values, at that moment
};

/// Joins the observations at which a rule nearly opened a mark. What belongs to a mark is no near miss: its beginning
/// and its end.
class NearMisses
{
public:
    /// Takes an observation at which no mark was open. It is ignored if it was not near.
    void note(const QDateTime &time, const Verdict &verdict, double nearness, const Shortfall &shortfall);
    /// Takes a time span that was too short for a mark.
    void note(const QDateTime &start, const QDateTime &end, const QString &label, const QJsonObject &reason,
              const Shortfall &shortfall);
    /// Forgets what led to a mark.
    void markOpened(const QDateTime &start);
    void markClosed(const QDateTime &end) { m_markEnd = end; }
    /// Returns the near misses that are over at this time: nothing was near for some seconds, or nothing came nearer
    /// for a minute. A duration that still grows may lead to a mark.
    QList<NearMiss> over(const QDateTime &time);

    bool isEmpty() const { return !m_current; }

    static constexpr double least = 0.5;

private:
    void add(const NearMiss &miss);

    std::optional<NearMiss> m_current;
    QDateTime m_closestAt; ///< when m_current was closest
    QDateTime m_markEnd;
    QDateTime m_reportedAt; ///< end of the last near miss
};
