// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/audience.h"
#include "server/identity/access/visibility.h"

/// The audience of events, determined by shares.
class EventAudience : public Audience
{
public:
    explicit EventAudience(Database &database)
        : m_database(database)
        , m_visibility(database)
    {
    }

    void findViewers(QList<EventRow> &events) override { m_visibility.findViewers(events); }
    QList<EventRow> sharedAfter(UserId user, qint64 seq, int limit) override;

private:
    Database &m_database;
    Visibility m_visibility;
};
