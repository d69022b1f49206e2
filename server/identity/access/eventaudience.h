// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/audience.h"
#include "server/identity/access/visibility.h"
#include "server/identity/credentials/sessionstore.h"

/// The audience of events, determined by shares and sessions.
class EventAudience : public Audience
{
public:
    explicit EventAudience(Database &database)
        : m_database(database)
        , m_visibility(database)
        , m_sessions(database)
    {
    }

    QList<UserId> hearers(const EventRow &event) override { return m_visibility.hearers(event); }
    QList<EventRow> sharedAfter(UserId user, qint64 seq, int limit) override;
    QSet<SessionId> ongoing(const QList<SessionId> &sessions) override { return m_sessions.ongoing(sessions); }

private:
    Database &m_database;
    Visibility m_visibility;
    SessionStore m_sessions;
};
