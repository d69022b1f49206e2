// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"

/// Answers who may receive events. Thread: one, which owns the database connection.
class Audience
{
public:
    virtual ~Audience() = default;
    /// Sets the viewers of each event: the users of other accounts who receive it at this moment.
    virtual void findViewers(QList<EventRow> &events) = 0;
    /// Returns up to `limit` events after `seq` of what other accounts share with the user at this moment.
    virtual QList<EventRow> sharedAfter(UserId user, qint64 seq, int limit) = 0;
};
