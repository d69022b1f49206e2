// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/post/mail/mailqueue.h"

#include <QTimer>

/// Clears away, once an hour, what nobody can use any more: expired tokens and codes, events that every client has had
/// a week to hear. And tells developers, before it is too late, that an app's trial ends. It lives on the thread of its
/// database.
class Housekeeper
{
public:
    Housekeeper(Database &database, const ServerKey &key, std::function<void()> mailQueued, const EventOutlet &outlet);

private:
    void tidy();

    Database &m_database;
    MailQueue m_mails;
    AccountNotices m_notices;
    EventStore m_events;
    QTimer m_clock;
};
