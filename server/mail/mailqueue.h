// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mail/mail.h"

#include <functional>

class Database;
class ServerKey;

/// Mail that is to be sent, written in the transaction that wants it sent. It is sealed, as it carries codes.
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

private:
    Database &m_database;
    const ServerKey &m_key;
    std::function<void()> m_queued;
};
