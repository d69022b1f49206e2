// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"
#include "server/post/mail/mail.h"
#include "server/post/sms/textmessage.h"

class Database;
class ServerKey;

/// Mails and text messages that are to be sent, written in the transaction that wants them sent. They are sealed, as
/// they carry codes. One to nobody (`to` is empty) costs the caller the same, and is then dropped: so that the time of
/// an answer does not tell whether somebody was written to.
class MailQueue
{
public:
    /// Messages of a kind leave a server one after the other, the oldest first, and while a mail server is slow the
    /// rest of the lane goes on.
    static constexpr JobKind mail{.name = QLatin1StringView("mail"), .lane = Job::Lane::Outbound, .atOnce = 1};
    static constexpr JobKind text{.name = QLatin1StringView("text"), .lane = Job::Lane::Outbound, .atOnce = 1};

    MailQueue(Database &database, const ServerKey &key)
        : m_database(database)
        , m_key(key)
    {
    }

    void add(const Mail &mail);
    void add(const TextMessage &text);

private:
    void add(const JobKind &kind, const QByteArray &payload);

    Database &m_database;
    const ServerKey &m_key;
};
