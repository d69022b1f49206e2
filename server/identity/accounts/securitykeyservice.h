// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/secondfactor.h"
#include "models/identity/securitykey.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/secondfactors.h"

class AccountNotices;
class SecondFactorService;
class Sessions;

/// A security key that was added, and the recovery codes of a user who had no second factor before.
struct AddedKey
{
    SecurityKey key;
    QStringList recoveryCodes;
    bool signedOutEverywhere = false; ///< the sign-ins in browsers have ended, also that of the calling browser
};

/// Adds, names and removes the security keys of users. A mail reports each key that is added or removed. Keys are
/// added on the server's own page only, by a user who has just signed in there, and by nobody else for them.
class SecurityKeyService
{
public:
    struct Parts
    {
        Database &database;
        SecondFactorService &secondFactors;
        Sessions &sessions;
        SecondFactors &factors;
        AccountNotices &notices;
    };

    explicit SecurityKeyService(const Parts &parts)
        : m(parts)
        , m_accounts(parts.database)
        , m_audit(parts.database)
    {
    }

    /// The following three functions are for clients of the API.
    /// Throws: Problem 404 for another account.
    QList<SecurityKey> list(const Caller &caller, AccountId account);
    /// Changes the name of a key.
    /// Throws: Problem 403 `first_party_required`, 412.
    SecurityKey rename(const Caller &caller, AccountId account, SecurityKeyId key, const QString &name,
                       const Precondition &precondition);
    /// Removes a key after a proof, and ends whatever the key may have signed in: the user's other sessions, the
    /// sign-ins in browsers, and the grants that no app has redeemed.
    /// Throws: Problem 403 `first_party_required`, 412; like SecondFactorService::withProof().
    void remove(const Caller &caller, AccountId account, SecurityKeyId key, const SecondFactorProof &proof,
                const Precondition &precondition);

    /// The following three functions are for a user who has just signed in in a browser.
    /// Transaction: the caller's.
    ///
    /// Adds the key that was made for a challenge of the browser. The first second factor signs the user out of all
    /// browsers, which have signed in with the password alone, and staff of whom one is required of everything.
    /// Returns std::nullopt for an answer that is not valid.
    /// Throws: like SecondFactors::addKey().
    std::optional<AddedKey> add(const Caller &by, const User &user, const KeyAnswer &answer,
                                const QString &browserSecret, const QString &name);
    /// Removes a key, like the function above. Returns false if the user has no such key.
    bool remove(const Caller &by, const User &user, SecurityKeyId key);
    QStringList renewCodes(const Caller &by, const User &user);

private:
    User owner(const Caller &caller, AccountId account);
    SecurityKeyRow locked(const User &user, SecurityKeyId key, const Precondition &precondition);
    void removed(const Caller &by, const User &user, const SecurityKeyRow &key);

    Parts m;
    AccountStore m_accounts;
    AuditLog m_audit;
};

/// Returns the routes of security keys.
RouteTable securityKeyRoutes(SecurityKeyService &keys);
