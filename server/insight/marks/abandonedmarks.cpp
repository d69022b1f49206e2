// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/abandonedmarks.h"

#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/insight/marks/clipmaker.h"
#include "server/insight/marks/markheadline.h"
#include "server/insight/modes/modestore.h"
#include "server/insight/vision/markactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void AbandonedMarks::close()
{
    inTransaction(m_database, [&] {
        for (DeviceMark &mark : m_store.abandonedForUpdate(m_servers.now()))
            close(mark);
    });
}

/// Closes a mark as its server would have done.
void AbandonedMarks::close(DeviceMark &mark)
{
    const auto mode = ModeStore(m_database).version(mark.devicemodeId, mark.devicemodeVersion).value_or(DeviceMode());
    FieldErrors errors;
    const MarkActions actions = MarkActions::parse(mode.actions, {}, errors);
    mark.state = DeviceMark::State::Closed;
    mark.endedAt = std::max(mark.startedAt, mark.updatedAt);
    mark.updatedAt = Times::now();
    const QString storage = mark.storageId.isEmpty() ? m_server.storageId : mark.storageId;
    if (mark.clip.isPending())
        ClipMaker::want(m_database, mark, actions.postRoll, storage);
    m_store.update(mark);
    m_events.record(mark.accountId, u"mark.closed"_s,
                    {{u"mark_id"_s, mark.devicemarkId.toString()}, {u"device_id"_s, mark.deviceId.toString()}},
                    actions.notify ? std::optional(MarkHeadline::of(mark, Topic::MarkClosed)) : std::nullopt);
}
