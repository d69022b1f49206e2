// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/retainedmarks.h"

#include "models/core/times.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

qsizetype RetainedMarks::discardBefore(AccountId account, const QDateTime &time, int limit)
{
    return discard(account, m_store.startedBefore(account, time, limit));
}

qsizetype RetainedMarks::discardBeyond(AccountId account, qint64 bytes, int limit)
{
    return discard(account, m_store.beyondBytes(account, bytes, limit));
}

qsizetype RetainedMarks::discard(AccountId account, const QList<DeviceMarkId> &marks)
{
    if (marks.isEmpty())
        return 0;
    const QDateTime now = Times::now();
    m_store.moveToBin(marks, now, now.addSecs(std::chrono::seconds(m_binLifetime).count()));
    QJsonArray ids;
    for (const DeviceMarkId mark : marks)
        ids += mark.toString();
    m_events.record(account, u"mark.deleted"_s, {{u"mark_ids"_s, ids}, {u"by"_s, u"plan"_s}});
    return marks.size();
}
