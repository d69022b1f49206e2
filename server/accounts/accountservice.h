// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credentials.h"
#include "models/registration.h"
#include "server/accounts/accountstore.h"
#include "server/accounts/verification.h"
#include "server/audit/auditlog.h"
#include "server/auth/caller.h"
#include "server/auth/sessions.h"
#include "server/http/precondition.h"

/// Accounts: how they come to be, who signs in, what they say of themselves.
class AccountService
{
public:
    AccountService(Database &database, Sessions &sessions, Verification &verification, MailQueue &mails)
        : m_database(database)
        , m_store(database)
        , m_sessions(sessions)
        , m_verification(verification)
        , m_mails(mails)
        , m_audit(database)
    {
    }

    /// Answers alike whether or not the address was free; a taken one's owner gets a mail. Hashes.
    Registered registerAccount(const Caller &app, const NewAccount &wanted);
    CodeSent sendCode(const CodeRequest &request);
    /// A right registration code also activates the account that waits for it.
    CodeAccepted checkCode(const Caller &app, const CodeCheck &check);

    /// Whose address and password these are. Throws Problem 401 `wrong_login`, for an unknown name and a wrong password
    /// alike and in equal time; 403 `account_inactive`. A failure goes into the audit log, a success into that of
    /// whoever signs in by it. Not inside a transaction. Hashes.
    User prove(const Caller &by, const LocalLogin &login);
    /// Throws as prove(). Hashes.
    TokenPair login(const Caller &app, const LocalLogin &login);
    /// Tokens for a user who has proven who it is, in whatever way; inside the caller's transaction. `scope` are the
    /// names asked for, nothing: all. Throws Problem 403 `account_inactive`, 422 at `/scope`.
    TokenPair signIn(const Caller &app, const User &user, const QString &scope);
    /// An active account without a password, for somebody whom another provider vouches for; inside the caller's
    /// transaction. Its address is one that the provider has verified, or none. Nothing when an account has it already,
    /// and verified it.
    std::optional<User> welcome(const Caller &app, const NewAccount &newcomer, User::Role role);
    TokenPair refresh(const Caller &app, const RefreshRequest &request);
    void logout(const Caller &caller);
    /// Both end the sessions that rest on the old password. Hash.
    void changePassword(const Caller &caller, AccountId account, const NewPassword &change);
    void resetPassword(const Caller &app, const ForgottenPassword &reset);

    /// What an account is called, as a page tells people who made an app; empty when there is none.
    QString nameOf(AccountId account);
    Account get(const Caller &caller, AccountId account);
    Account update(const Caller &caller, AccountId account, const Precondition &precondition,
                   const std::function<void(Account &)> &change);
    /// For the command line: an active account whose only user has this role. Throws Problem 409, 422. Hashes.
    Registered createUser(const QString &email, const QString &password, User::Role role);

private:
    Account whole(Account account);
    Registered insert(const Caller &by, const NewAccount &wanted, User::Role role, Account::Status status,
                      const QString &passwordHash);
    bool makesRoom(const QString &email);
    void requireActive(AccountId account);

    Database &m_database;
    AccountStore m_store;
    Sessions &m_sessions;
    Verification &m_verification;
    MailQueue &m_mails;
    AuditLog m_audit;
};
