// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/core/events/eventstore.h"

namespace MarkHeadline {
/// Returns the headline of an event about a mark. All headlines of a mark contain its id, so that clients can relate
/// them.
inline Headline of(const DeviceMark &mark, Topic topic)
{
    const QString id = mark.devicemarkId.toString();
    QJsonObject data{{QStringLiteral("mark_id"), id}};
    if (mark.score)
        data.insert(QStringLiteral("score"), *mark.score);
    return {.topic = topic, .object = id, .title = mark.label, .data = data};
}
}
