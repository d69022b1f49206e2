// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/identity/accounts/codestore.h"

class MailQueue;
class ServerKey;

/// What is to be sent to an address, by mail or, to a number, as a text message.
struct CodeOrder
{
    enum class Letter {
        Code,
        AlreadyRegistered, ///< instead of a code, to the owner of an address that is registered once more
        None, ///< nothing; but it takes as long, and leaves the same traces
    };

    QString address; ///< in lower case, or E.164
    CodeRequest::Purpose purpose = CodeRequest::Purpose::Registration;
    QString locale;
    Letter letter = Letter::Code;
    AccountId registration = {}; ///< which the code is to activate; null: none
    QString name = {}; ///< given at that registration
};

/// Six-digit codes that prove an address or a telephone number. A code is good for ten minutes and five tries; at most
/// one a minute is sent.
class Verification
{
public:
    /// `sendsTexts`: whether there is a gateway for text messages.
    Verification(Database &database, const ServerKey &key, MailQueue &mails, bool sendsTexts)
        : m_database(database)
        , m_store(database)
        , m_key(key)
        , m_mails(mails)
        , m_sendsTexts(sendsTexts)
    {
    }

    bool sendsTexts() const { return m_sendsTexts; }
    /// Inside the caller's transaction. Sends nothing, and says nothing of it, when something went out in the last
    /// minute.
    void send(const CodeOrder &order);
    /// Whether something did.
    bool hasSentLately(const QString &address, CodeRequest::Purpose purpose);

    struct Accepted
    {
        CodeAccepted answer;
        AccountId registration; ///< which the code was sent for
    };
    /// Throws Problem 422 at `/code` for a wrong, spent or outdated one, and for one that was sent for another
    /// registration than `wanted` (null: any): alike, so that nothing is told.
    Accepted check(const QString &address, CodeRequest::Purpose purpose, const QString &code, AccountId wanted = {});
    /// The address or number that a token proves, inside the caller's transaction. Throws Problem 422.
    QString redeem(const QString &verificationToken, CodeRequest::Purpose purpose);
    static CodeSent terms();

private:
    void post(const CodeOrder &order, const QString &code, const QDateTime &expires);
    QString hashOf(const QString &address, CodeRequest::Purpose purpose, const QString &code) const;

    Database &m_database;
    CodeStore m_store;
    const ServerKey &m_key;
    MailQueue &m_mails;
    bool m_sendsTexts;
};
