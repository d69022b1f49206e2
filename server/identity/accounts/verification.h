// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/identity/accounts/codestore.h"
#include "server/identity/credentials/signinbackoff.h"

class MailQueue;
class Problem;
class ServerKey;

/// An order to send a code to an address: by mail, or as a text message to a phone number.
struct CodeOrder
{
    enum class Letter {
        Code,
        AlreadyRegistered, ///< instead of a code, to the owner of an address that was registered again
        None, ///< nothing, but it takes the same time and writes the same rows
    };

    QString address; ///< email address in lower case, or phone number in E.164 form
    CodeRequest::Purpose purpose = CodeRequest::Purpose::Registration;
    QString locale;
    Letter letter = Letter::Code;
    AccountId registration = {}; ///< the registration that the code activates; null: none
    QString name = {}; ///< the name given at that registration
};

/// Six-digit codes that prove the ownership of an email address or a phone number. A code is valid for ten minutes and
/// five attempts. At most one code a minute, and ten a day, are sent to an address. Wrong codes slow down further
/// attempts, over all codes that are sent.
class Verification
{
public:
    /// `sendsTexts` tells whether a gateway for text messages is configured.
    Verification(Database &database, const ServerKey &key, MailQueue &mails, bool sendsTexts)
        : m_database(database)
        , m_store(database)
        , m_key(key)
        , m_mails(mails)
        , m_backoff(database, key, SignInBackoff::Secret::Code)
        , m_sendsTexts(sendsTexts)
    {
    }

    bool sendsTexts() const { return m_sendsTexts; }
    /// Sends a code. Sends nothing, without an error, if a code was sent to the address in the last minute, or ten were
    /// sent on this day (UTC).
    /// Transaction: the caller's.
    void send(const CodeOrder &order);
    /// Returns whether a code was sent to the address in the last minute.
    bool hasSentLately(const QString &address, CodeRequest::Purpose purpose);
    /// Locks the code that was sent to the address, if there is one. Transaction: the caller's.
    void lock(const QString &address, CodeRequest::Purpose purpose);

    /// Requires that another attempt may be made at this address. Throws: Problem 429 `too_many_attempts`.
    void requireMayTry(const QString &address) { m_backoff.require(address); }
    /// Returns whether attempts must wait for this owner of codes: an address, or an account's ID.
    bool mustWait(const QString &owner) { return m_backoff.secondsLeft(owner) > 0; }
    /// Counts a wrong code of the owner, or clears the count after a right one.
    /// Transaction: none may be open.
    void tried(const QString &owner, bool right);
    /// Deletes the codes and verification tokens of the address.
    void forget(const QString &address, CodeRequest::Purpose purpose);

    struct Accepted
    {
        CodeAccepted answer;
        AccountId registration; ///< the registration that the code was sent for
    };
    /// Exchanges a code for a verification token. `wanted` is the registration that the code must have been sent for;
    /// null: any.
    /// Throws: Problem 422 at `/code`, the same for a wrong, used or expired code and for a code of another
    /// registration, so that callers cannot tell these cases apart.
    Accepted check(const QString &address, CodeRequest::Purpose purpose, const QString &code, AccountId wanted = {});
    /// Uses up a verification token and returns the address or number that it proves.
    /// Throws: Problem 422.
    /// Transaction: the caller's.
    QString redeem(const QString &verificationToken, CodeRequest::Purpose purpose);
    static CodeSent terms();
    static Problem wrongCode();

private:
    void post(const CodeOrder &order, const QString &code, const QDateTime &expires);
    QString hashOf(const QString &address, CodeRequest::Purpose purpose, const QString &code) const;

    Database &m_database;
    CodeStore m_store;
    const ServerKey &m_key;
    MailQueue &m_mails;
    SignInBackoff m_backoff;
    bool m_sendsTexts;
};
