// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/core/http/call.h"

/// Returns the mark without what does not belong to its state: whether the caller has read it, and the mode, which a
/// version number names. `If-Match` is held against this state, so that a deletion does not fail because somebody has
/// read the mark.
inline DeviceMark stateOf(DeviceMark mark)
{
    mark.read = false;
    mark.mode = {};
    return mark;
}

/// Replies with the detail of a mark. Its ETag names the state and all of the answer.
inline Reply replyWithMark(const DeviceMark &mark, int status = 200)
{
    Reply reply = replyWith(mark, status);
    reply.headers.append("ETag", entityTag(toJson(stateOf(mark)), reply.body));
    return reply;
}
