// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/abandonedmarks.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/insight/marks/clipmaker.h"
#include "server/insight/vision/markactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void AbandonedMarks::close()
{
    inTransaction(m_database, [&] {
        for (DeviceMark &mark : m_store.abandonedForUpdate(m_servers.now())) {
            mark.state = DeviceMark::State::Closed;
            mark.endedAt = std::max(mark.startedAt, mark.updatedAt);
            mark.updatedAt = Times::now();
            const QString storage = mark.storageId.isEmpty() ? m_server.storageId : mark.storageId;
            if (mark.clip.state == MarkClip::State::Pending)
                ClipMaker::want(m_database, mark, MarkActions().postRoll, storage);
            m_store.update(mark);
            m_events.record(mark.accountId, u"mark.closed"_s,
                            {{u"mark_id"_s, mark.devicemarkId.toString()}, {u"device_id"_s, mark.deviceId.toString()}});
        }
    });
}
