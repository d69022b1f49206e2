// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/retaineddata.h"

#include "models/core/times.h"

using namespace Qt::StringLiterals;

qsizetype RetainedData::discardBefore(AccountId account, const QDateTime &time, int limit)
{
    const QDateTime now = Times::now();
    auto uncovered = m_store.takenBefore(account, time, limit);
    for (DeviceData &data : uncovered) {
        data.deletedAt = now;
        data.purgeAt = now.addSecs(std::chrono::seconds(m_binLifetime).count());
        m_store.update(data);
        m_events.record(
            account, u"data.deleted"_s,
            {{u"device_id"_s, data.deviceId.toString()}, {u"data_id"_s, data.dataId.toString()}, {u"by"_s, u"plan"_s}});
    }
    return uncovered.size();
}
