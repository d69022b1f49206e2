// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

/// A daily period without deliveries, in local time. It may span midnight.
class QuietHours
{
public:
    /// `from` and `to` have the format `HH:MM`. There are no quiet hours if one of them is empty or both are equal. An
    /// unknown time zone is replaced with UTC.
    QuietHours(const QString &from, const QString &to, const QString &zone)
        : m_from(QTime::fromString(from, QStringLiteral("HH:mm")))
        , m_to(QTime::fromString(to, QStringLiteral("HH:mm")))
        , m_zone(zone.toLatin1())
    {
        if (!m_zone.isValid())
            m_zone = QTimeZone::utc();
    }

    /// Returns the end of the quiet hours that contain `time`, or `time` if it is outside the quiet hours.
    QDateTime end(const QDateTime &time) const
    {
        if (!m_from.isValid() || !m_to.isValid() || m_from == m_to)
            return time;
        const QDateTime local = time.toTimeZone(m_zone);
        const QTime clock = local.time();
        const bool overnight = m_to < m_from;
        const bool quiet = overnight ? clock >= m_from || clock < m_to : clock >= m_from && clock < m_to;
        if (!quiet)
            return time;
        const QDate day = overnight && clock >= m_from ? local.date().addDays(1) : local.date();
        return QDateTime(day, m_to, m_zone).toUTC();
    }

private:
    QTime m_from;
    QTime m_to;
    QTimeZone m_zone;
};
