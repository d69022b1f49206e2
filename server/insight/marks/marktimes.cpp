// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/marktimes.h"

#include "models/core/times.h"
#include "server/insight/marks/markstore.h"

#include <algorithm>

namespace {
/// The marks of one step.
class StepRow
{
    Q_GADGET
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(qint64 count MEMBER count)
    Q_PROPERTY(QString firstLabel MEMBER firstLabel)
    Q_PROPERTY(QString lastLabel MEMBER lastLabel)
    Q_PROPERTY(DeviceMarkId devicemarkId MEMBER devicemarkId)

public:
    QDateTime startedAt;
    QDateTime endedAt;
    qint64 count = 0;
    QString firstLabel;
    QString lastLabel;
    DeviceMarkId devicemarkId;
};
}

QList<TimelineMark> MarkTimes::marks(AccountId account, DeviceId device, const QDateTime &from, const QDateTime &to,
                                     qint64 stepMs)
{
    const QDateTime now = Times::now();
    const QDateTime earliest = std::min(from, MarkStore(m_database).earliestReaching(account, from, to));
    const QDateTime base = from.addMSecs(-(earliest.msecsTo(from) + stepMs - 1) / stepMs * stepMs);
    QList<TimelineMark> marks;
    // An open mark goes on until now. What started before the timeline has steps of its own before the first.
    const auto rows = m_database.select<StepRow>(
        "SELECT min(started_at) AS started_at, max(reaches) AS ended_at, count(*) AS count, min(label) AS first_label, "
        "max(label) AS last_label, min(devicemark_id) AS devicemark_id FROM (SELECT devicemark_id, label, started_at, "
        "coalesce(ended_at, ?) AS reaches, (started_at - ?) / ? AS step FROM device_mark WHERE account_id = ? AND "
        "device_id = ? AND deleted_at IS NULL AND started_at >= ? AND started_at < ? AND (ended_at IS NULL OR ended_at "
        ">= "
        "?)) AS found GROUP BY step ORDER BY 1",
        now, base, stepMs, account, device, earliest, to, from);
    for (const StepRow &row : rows) {
        TimelineMark mark{row.startedAt, std::min(row.endedAt, to), row.count, {}, {}};
        if (row.firstLabel == row.lastLabel)
            mark.label = row.firstLabel;
        if (row.count == 1)
            mark.markId = row.devicemarkId;
        marks += mark;
    }
    return marks;
}

#include "marktimes.moc"
