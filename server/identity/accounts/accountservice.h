// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"
#include "server/identity/accounts/registrar.h"
#include "server/identity/accounts/secondsteps.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/credentials/signinbackoff.h"

class AccountNotices;

/// A password that was right when it was checked. The check takes tens of milliseconds, in which the password may be
/// changed, so the transaction that relies on it calls AccountService::requireStill().
struct ProvenPassword
{
    User user;
    QString hash;
    Problem otherwise; ///< thrown if the password has been changed
};

/// Signs users in and out, changes passwords, and reads and updates accounts. Functions that "hash" take tens of
/// milliseconds and run on the hash pool.
class AccountService
{
public:
    AccountService(Database &database, Sessions &sessions, Verification &verification, AccountNotices &notices,
                   SignInBackoff &backoff, SecondSteps &secondSteps, const AccountStore::PlanOf &planOf)
        : m_database(database)
        , m_store(database, planOf)
        , m_sessions(sessions)
        , m_verification(verification)
        , m_registrar(database, verification, notices, planOf)
        , m_notices(notices)
        , m_backoff(backoff)
        , m_secondSteps(secondSteps)
        , m_audit(database)
        , m_visibility(database)
    {
    }

    /// The following five functions forward to Registrar.
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

    /// Proves the user with this address and password. Hashes.
    /// Throws: Problem 401 `wrong_login` for an unknown name and a wrong password, in equal time; 429 after several
    /// failures in a row; 403 `account_inactive`.
    /// Transaction: none may be open. A failure is written to the audit log; a success is recorded by the sign-in that
    /// follows.
    ProvenPassword prove(const Caller &by, const LocalLogin &login);
    /// Requires that a password has not been changed since it was proven. It stays until the transaction ends, and a
    /// change that waits for it ends what the transaction begins.
    /// Throws: the same as the function that has proven it.
    /// Transaction: the caller's.
    void requireStill(const ProvenPassword &password);
    /// Signs a user in with a password. Hashes.
    /// Throws: like prove(), signIn() and FirstStep::tokens().
    TokenPair login(const Caller &app, const LocalLogin &login);
    /// Completes a sign-in with a code of the second factor.
    /// Throws: Problem 401 `invalid_challenge`, 403 `account_inactive`, 422 `wrong_code` at `/code`, 429
    /// `too_many_attempts`.
    TokenPair finishLogin(const Caller &app, const SecondStep &step);
    /// Checks the password of a user who is signed in. Hashes.
    /// Throws: Problem 422 `wrong_password` at `pointer`; 429 after several failures in a row, like prove().
    /// Transaction: none may be open.
    ProvenPassword requirePassword(const User &user, const QString &pointer, const QString &password);
    /// Requires a password that allows a change of how the user signs in. Returns std::nullopt for a user without one.
    /// Throws: like requirePassword(), at `/password`.
    std::optional<ProvenPassword> requirePasswordIfAny(const User &user, const QString &password);
    /// Signs in a user who has proven the first factor in any way: returns tokens, or a challenge if the user has a
    /// second factor. `scope` lists the requested scopes; empty: all that the user can grant.
    /// Throws: Problem 403 `account_inactive`, 422 at `/scope`.
    /// Transaction: the caller's.
    FirstStep signIn(const Caller &app, const User &user, const QString &scope);
    /// Records the device of a sign-in, and mails the user if the device is new.
    /// Transaction: the caller's.
    void noteDevice(const User &user, AppId app, const Origin &origin);
    /// Mails the user that an identity can sign in from now on. `app` is the app that linked it.
    /// Transaction: the caller's.
    void tellOfIdentity(const User &user, const QString &provider, const QString &identity, AppId app);
    /// Mails the user that an identity cannot sign in any more. Transaction: the caller's.
    void tellOfLostIdentity(const User &user, const QString &provider);
    TokenPair refresh(const Caller &app, const RefreshRequest &request);
    /// Ends the caller's session, and what Sessions::endAround() ends. Returns `redirectUri` if the app with this ID
    /// has registered it, or else an empty URL. An empty `clientId` means the caller's app.
    QUrl logout(const Caller &caller, const QString &clientId, const QString &redirectUri);
    /// Sets the account's verified phone number, which can then reset the main user's password, and mails the main
    /// user. Hashes.
    /// Throws: like requirePassword(); Problem 403 `main_user_required`, 404, 422.
    Account provePhone(const Caller &caller, AccountId account, const Precondition &precondition,
                       const PhoneProof &proof);
    /// Set a new password, end the user's other sessions, and mail the user. Both hash.
    void changePassword(const Caller &caller, AccountId account, const NewPassword &change);
    void resetPassword(const Caller &app, const ForgottenPassword &reset);

    /// Returns the name of an account, which pages show as an app's developer. Returns an empty string if there is no
    /// such account.
    QString nameOf(AccountId account);
    Account get(const Caller &caller, AccountId account);
    Account update(const Caller &caller, AccountId account, const Precondition &precondition,
                   const std::function<void(Account &)> &change);

private:
    TokenPair begin(const Caller &app, const User &user, Scopes scopes);
    void requireActive(AccountId account);

    Database &m_database;
    AccountStore m_store;
    Sessions &m_sessions;
    Verification &m_verification;
    Registrar m_registrar;
    AccountNotices &m_notices;
    SignInBackoff &m_backoff;
    SecondSteps &m_secondSteps;
    AuditLog m_audit;
    Visibility m_visibility;
};

/// Returns the routes of registration, sign-in, passwords and account data.
RouteTable accountRoutes(AccountService &accounts);
