// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/nearmisses.h"

#include <algorithm>
#include <utility>

namespace {
constexpr qint64 separation = 3000; // milliseconds that separate two near misses, or one from a mark
constexpr qint64 shortestInterval = 10'000; // milliseconds between two near misses of a camera
constexpr qint64 longest = 60'000; // milliseconds in which nothing comes nearer
}

void NearMisses::note(const QDateTime &time, const Verdict &verdict, double nearness, const Shortfall &shortfall)
{
    if (nearness >= least && !shortfall.pointer.isEmpty())
        add({time, time, nearness, verdict.met, shortfall, verdict.label, verdict.reason});
}

void NearMisses::note(const QDateTime &start, const QDateTime &end, const QString &label, const QJsonObject &reason,
                      const Shortfall &shortfall)
{
    const double share = shortfall.required > 0 ? shortfall.measured / shortfall.required : 1;
    if (share >= least)
        add({start, end, std::min(share, 0.99), true, shortfall, label, reason});
}

void NearMisses::add(const NearMiss &miss)
{
    const bool endsMark = m_markEnd.isValid() && qAbs(m_markEnd.msecsTo(miss.start)) <= separation;
    if (endsMark)
        m_markEnd = miss.end; // and so on, until there is a pause
    if (endsMark || (m_reportedAt.isValid() && qAbs(m_reportedAt.msecsTo(miss.start)) < shortestInterval))
        return;
    if (!m_current) {
        m_current = miss;
        m_closestAt = miss.end;
        return;
    }
    const QDateTime start = std::min(m_current->start, miss.start);
    const QDateTime end = std::max(m_current->end, miss.end);
    if (std::pair(miss.met, miss.nearness) > std::pair(m_current->met, m_current->nearness)) {
        m_current = miss;
        m_closestAt = miss.end;
    }
    m_current->start = start;
    m_current->end = end;
}

void NearMisses::markOpened(const QDateTime &start)
{
    if (m_current && m_current->end.msecsTo(start) <= separation)
        m_current.reset();
}

QList<NearMiss> NearMisses::over(const QDateTime &time)
{
    if (!m_current)
        return {};
    const bool tooLong = m_closestAt.msecsTo(time) > longest;
    if (m_current->end.msecsTo(time) <= separation && time >= m_current->end && !tooLong)
        return {};
    m_reportedAt = m_current->end;
    const QList<NearMiss> finished{*m_current};
    m_current.reset();
    return finished;
}
