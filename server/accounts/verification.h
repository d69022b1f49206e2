// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/registration.h"
#include "server/accounts/codestore.h"

class MailQueue;
class ServerKey;

/// Six-digit codes by mail, that prove an address. A code is good for ten minutes and five tries; at most one a minute
/// is sent.
class Verification
{
public:
    Verification(Database &database, const ServerKey &key, MailQueue &mails)
        : m_database(database)
        , m_store(database)
        , m_key(key)
        , m_mails(mails)
    {
    }

    /// Inside the caller's transaction. Sends nothing, and says nothing of it, when a code went out in the last minute.
    void send(const QString &address, CodeRequest::Purpose purpose, const QString &locale);
    /// Throws Problem 422 at `/code` for a wrong, spent or outdated one: alike, so that nothing is told.
    CodeAccepted check(const QString &address, CodeRequest::Purpose purpose, const QString &code);
    /// The address that a token proves, inside the caller's transaction. Throws Problem 422.
    QString redeem(const QString &verificationToken, CodeRequest::Purpose purpose);
    static CodeSent terms();

private:
    QString hashOf(const QString &address, CodeRequest::Purpose purpose, const QString &code) const;

    Database &m_database;
    CodeStore m_store;
    const ServerKey &m_key;
    MailQueue &m_mails;
};
