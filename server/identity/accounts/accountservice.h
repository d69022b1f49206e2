// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "server/core/http/precondition.h"
#include "server/identity/access/visibility.h"
#include "server/identity/accounts/registrar.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/credentials/signinbackoff.h"

class AccountNotices;

/// Accounts: who signs in, what they say of themselves.
class AccountService
{
public:
    AccountService(Database &database, Sessions &sessions, Verification &verification, AccountNotices &notices,
                   SignInBackoff &backoff, const AccountStore::PlanOf &planOf)
        : m_database(database)
        , m_store(database, planOf)
        , m_sessions(sessions)
        , m_verification(verification)
        , m_registrar(database, verification, planOf)
        , m_notices(notices)
        , m_backoff(backoff)
        , m_audit(database)
        , m_visibility(database)
    {
    }

    /// These five are the Registrar's.
    Registered registerAccount(const Caller &app, const NewAccount &wanted)
    {
        return m_registrar.registerAccount(app, wanted);
    }
    CodeSent sendCode(const CodeRequest &request, const QString &locale = QStringLiteral("en"))
    {
        return m_registrar.sendCode(request, locale);
    }
    CodeAccepted checkCode(const Caller &app, const CodeCheck &check) { return m_registrar.checkCode(app, check); }
    std::optional<User> welcome(const Caller &app, const NewAccount &newcomer, User::Role role)
    {
        return m_registrar.welcome(app, newcomer, role);
    }
    Registered createUser(const QString &email, const QString &password, User::Role role)
    {
        return m_registrar.createUser(email, password, role);
    }

    /// Whose address and password these are. Throws Problem 401 `wrong_login`, for an unknown name and a wrong password
    /// alike and in equal time; 429 after several of those in a row; 403 `account_inactive`. A failure goes into the
    /// audit log, a success into that of whoever signs in by it. Not inside a transaction. Hashes.
    User prove(const Caller &by, const LocalLogin &login);
    /// Throws as prove(). Hashes.
    TokenPair login(const Caller &app, const LocalLogin &login);
    /// Tokens for a user who has proven who it is, in whatever way; inside the caller's transaction. `scope` are the
    /// names asked for, nothing: all. Throws Problem 403 `account_inactive`, 422 at `/scope`.
    TokenPair signIn(const Caller &app, const User &user, const QString &scope);
    /// Notes from where somebody has signed in, and tells the user if that is new; inside the caller's transaction.
    void noteDevice(const User &user, AppId app, const Origin &origin);
    TokenPair refresh(const Caller &app, const RefreshRequest &request);
    /// Answers `redirectUri` where the app with this id (empty: the caller's) has registered it, else nothing.
    QUrl logout(const Caller &caller, const QString &clientId, const QString &redirectUri);
    /// Makes a number that was proven the account's, by which its main user may from now on reset the password. Throws
    /// Problem 403 `not_main_user`, 422. Hashes.
    Account provePhone(const Caller &caller, AccountId account, const PhoneProof &proof);
    /// Both end the sessions that rest on the old password, and tell the user by mail. Hash.
    void changePassword(const Caller &caller, AccountId account, const NewPassword &change);
    void resetPassword(const Caller &app, const ForgottenPassword &reset);

    /// What an account is called, as a page tells people who made an app; empty when there is none.
    QString nameOf(AccountId account);
    Account get(const Caller &caller, AccountId account);
    Account update(const Caller &caller, AccountId account, const Precondition &precondition,
                   const std::function<void(Account &)> &change);

private:
    void requireActive(AccountId account);

    Database &m_database;
    AccountStore m_store;
    Sessions &m_sessions;
    Verification &m_verification;
    Registrar m_registrar;
    AccountNotices &m_notices;
    SignInBackoff &m_backoff;
    AuditLog m_audit;
    Visibility m_visibility;
};
