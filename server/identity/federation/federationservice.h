// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "models/identity/identity.h"
#include "models/identity/signinprovider.h"
#include "server/core/db/retry.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/federation/identitysource.h"
#include "server/identity/federation/identitystore.h"

class Providers;

/// Signing in by what another provider says, and the identities that users have there.
///
/// What asks a provider blocks for as long as that takes, always before a transaction and never in one.
class FederationService
{
public:
    FederationService(Database &database, AccountService &accounts, const Providers &providers, const WebClient &web,
                      OpenidMetadata &openid)
        : m_database(database)
        , m_accounts(accounts)
        , m_audit(database)
        , m_accountStore(database)
        , m_store(database)
        , m_providers(providers)
        , m_web(web)
        , m_openid(openid)
    {
    }

    QList<SignInProvider> providers();
    /// Throws Problem: 422 at `/provider` and at what the provider's kind does not take, 401 `identity_refused`, 403
    /// `account_inactive`, 409 `link_required`, 502 `provider_failed`, 503 `provider_unreachable`.
    TokenPair login(const Caller &app, const ProviderLogin &login);

    QList<Identity> identities(const Caller &caller, AccountId account);
    /// Makes an identity a way to sign in, and tells the user by mail. A linked identity outlives every consent, so
    /// that an app other than the portal has to send the user's password. Throws: as login(); 403 `password_required`;
    /// 422 and 429 as AccountService::requirePassword(); 409 `identity_taken` for another user's identity,
    /// `already_linked` for a second identity of one provider.
    Identity link(const Caller &caller, AccountId account, const IdentityLink &wanted);
    /// Throws Problem 409 `last_sign_in` where nothing would be left to sign in by.
    void unlink(const Caller &caller, AccountId account, const QString &provider);

    /// For the redirect flow: throws Problem 404 for one that is not configured.
    const IdentityProvider &provider(const QString &id) const;
    std::unique_ptr<IdentitySource> source(const IdentityProvider &provider) const;
    /// Whom a proof is about that came to sign in with. Throws as IdentitySource::person().
    FederatedPerson person(const Caller &app, const IdentityProvider &provider, const ProviderProof &proof);
    /// Finds out whom the provider's person is here: whoever is linked, has the same verified address, or is made now
    /// for this app; and does `action` in the same transaction. Throws Problem 403 `account_inactive`, 409
    /// `link_required`, and what `action` throws, and then nothing has happened.
    template <typename Action>
    auto admit(const Caller &app, const IdentityProvider &provider, const FederatedPerson &person, Action action)
    {
        try {
            return retried(
                [&] { return inTransaction(m_database, [&] { return action(userFor(app, provider, person)); }); });
        } catch (const Problem &problem) {
            recordRefusal(app, provider, person, problem);
            throw;
        }
    }

private:
    /// Again where two have made the same row at once: the second try finds what the other has made.
    template <typename Action>
    static auto retried(Action action)
    {
        try {
            return action();
        } catch (const UniqueViolation &) {
            return action();
        }
    }

    User userFor(const Caller &app, const IdentityProvider &provider, const FederatedPerson &person);
    const IdentityProvider &named(const QString &id) const;
    FederatedPerson personOf(const IdentityProvider &provider, const ProviderProof &proof) const;
    std::optional<IdentityRow> known(const IdentityProvider &provider, const FederatedPerson &person);
    User ownerOfAddress(const IdentityProvider &provider, const QString &email);
    void requireActive(const User &user);
    void requireOwner(const Caller &caller, const QString &password);
    void insert(const Caller &by, const IdentityProvider &provider, const FederatedPerson &person, const User &user);
    void recordRefusal(const Caller &app, const IdentityProvider &provider, const FederatedPerson &person,
                       const Problem &problem);
    Identity shown(const IdentityRow &row) const;

    Database &m_database;
    AccountService &m_accounts;
    AuditLog m_audit;
    AccountStore m_accountStore;
    IdentityStore m_store;
    const Providers &m_providers;
    const WebClient &m_web;
    OpenidMetadata &m_openid;
};
