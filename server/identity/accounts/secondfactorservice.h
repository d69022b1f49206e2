// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/secondfactor.h"
#include "server/core/http/route.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/secondfactors.h"
#include "server/identity/credentials/sessionstore.h"

class AccountNotices;
class AccountService;
class SecondSteps;
class Sessions;
struct ProvenPassword;

/// Sets up, changes and switches off the caller's second factor. A mail reports each change.
/// Throws: Problem 404 for another account, in every function; Problem 403 `first_party_required` outside of the
/// portal, in all but get(). All functions with a password hash, and throw like AccountService::requirePassword().
class SecondFactorService
{
public:
    struct Parts
    {
        Database &database;
        AccountService &accounts;
        Sessions &sessions;
        SecondFactors &factors;
        SecondSteps &steps;
        AccountNotices &notices;
        bool requiredOfStaff = false;
    };

    explicit SecondFactorService(const Parts &parts)
        : m(parts)
        , m_accountStore(parts.database)
        , m_sessionStore(parts.database)
        , m_audit(parts.database)
    {
    }

    SecondFactor get(const Caller &caller, AccountId account);
    /// Begins a set-up and returns the secret for the authenticator app. A user who has security keys proves it with a
    /// recovery code.
    /// Throws: Problem 403 `fresh_sign_in_required` for a user without a password who has not signed in within the last
    /// ten minutes, 409 `already_enabled`, 422 `wrong_code` at `/code`, 429 `too_many_attempts`.
    SecondFactorSetup begin(const Caller &caller, AccountId account, const SecondFactorRequest &request);
    /// Enables the second factor with the first code, and returns the recovery codes. Browsers are signed out of the
    /// server's own pages, because they have signed in with the first factor alone.
    /// Throws: Problem 409 `not_begun` without a set-up of the last 15 minutes, 409 `already_enabled`, 422 `wrong_code`
    /// at `/code`, 429 `too_many_attempts`, 412.
    RecoveryCodes confirm(const Caller &caller, AccountId account, const SecondFactorConfirmation &confirmation,
                          const Precondition &precondition);
    /// Makes new recovery codes in place of all earlier ones.
    /// Throws: Problem 403 `fresh_sign_in_required` as begin(), 409 `not_enabled`, 422 `wrong_code` at `/code`, 429
    /// `too_many_attempts`.
    RecoveryCodes renewCodes(const Caller &caller, AccountId account, const SecondFactorProof &proof);
    /// Switches the second factor off. Throws: as renewCodes(), and 412.
    void disable(const Caller &caller, AccountId account, const SecondFactorProof &proof,
                 const Precondition &precondition);

    /// Commits `change` of the caller's account after the password, or a recent sign-in of a user without one, and a
    /// code of a user who has a second factor. `change` runs in the transaction. Throws: Problem 403
    /// `fresh_sign_in_required`, 422 `wrong_password` or `wrong_code`, 429 `too_many_attempts`.
    void withProof(const Caller &caller, AccountId account, const SecondFactorProof &proof,
                   const std::function<void()> &change);

    /// Returns whether the server requires a second factor of users with this role.
    bool isRequired(User::Role role) const { return m.requiredOfStaff && role >= User::Role::Support; }

private:
    enum class Needs { App, AnyFactor };

    User owner(const Caller &caller, AccountId account);
    User ownerInPortal(const Caller &caller, AccountId account);
    void requireFactor(const Caller &caller, const User &user, const QString &code, Transaction &transaction);
    void requireFresh(const Caller &caller);
    SecondFactor shown(const User &user);
    /// Requires that the state is the one that the client knows. Nothing else changes it until the transaction ends.
    /// Throws: Problem 412.
    /// Transaction: the caller's.
    void require(const Precondition &precondition, const User &user);
    /// Requires both factors, or a recent sign-in in place of a password that there is none of, and commits `change`
    /// after them.
    void changeWith(const Caller &caller, AccountId account, const SecondFactorProof &proof,
                    const Precondition &precondition, Needs needs, const std::function<void(const User &)> &change);

    Parts m;
    AccountStore m_accountStore;
    SessionStore m_sessionStore;
    AuditLog m_audit;
};

/// Returns the routes of the second factor.
RouteTable secondFactorRoutes(SecondFactorService &factors);
