// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"
#include "server/post/mail/mail.h"
#include "server/post/sms/smsgateway.h"

class Database;
class ServerKey;

/// Mails and text messages to send, written in the transaction that they report. They are sealed, as they contain
/// codes. A message without a recipient (`to` is empty) costs the caller the same time and is then dropped, so that the
/// time of an answer does not reveal whether a message was sent.
class MailQueue
{
public:
    /// A server sends messages of a kind one after the other, the oldest first. A slow mail server does not stop the
    /// other jobs of the lane.
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
