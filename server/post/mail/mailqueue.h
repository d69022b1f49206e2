// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/post/mail/mail.h"
#include "server/post/sms/textmessage.h"

#include <functional>

class Database;
class ServerKey;

/// Mails and text messages that are to be sent, written in the transaction that wants them sent. They are sealed, as
/// they carry codes. One to nobody (`to` is empty) costs the caller the same, and is then dropped: so that the time of
/// an answer does not tell whether somebody was written to.
class MailQueue
{
public:
    MailQueue(Database &database, const ServerKey &key, std::function<void()> queued)
        : m_database(database)
        , m_key(key)
        , m_queued(std::move(queued))
    {
    }

    /// `queued` of the constructor is called after the commit.
    void add(const Mail &mail);
    void add(const TextMessage &text);

private:
    void add(const QString &kind, const QByteArray &payload);

    Database &m_database;
    const ServerKey &m_key;
    std::function<void()> m_queued;
};
