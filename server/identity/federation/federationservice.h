// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "models/identity/identity.h"
#include "models/identity/signinprovider.h"
#include "server/core/db/retry.h"
#include "server/core/http/route.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/federation/identitysource.h"
#include "server/identity/federation/identitystore.h"

class Providers;

/// Signs users in with external providers, and manages the identities that users have there.
///
/// Requests to a provider block. They are made before a transaction and never inside one.
class FederationService
{
public:
    FederationService(Database &database, AccountService &accounts, Sessions &sessions, const Providers &providers,
                      const WebClient &web, OpenidMetadata &openid)
        : m_database(database)
        , m_accounts(accounts)
        , m_sessions(sessions)
        , m_audit(database)
        , m_accountStore(database)
        , m_store(database)
        , m_providers(providers)
        , m_web(web)
        , m_openid(openid)
    {
    }

    QList<SignInProvider> providers();
    /// Signs a user in with a code or token of a provider.
    /// Throws: Problem 422 at `/provider` and at fields that the provider's kind does not accept, 401
    /// `identity_refused`, 401 `second_factor_required`, 403 `account_inactive`, 409 `link_required`, 502
    /// `provider_failed`, 503 `provider_unreachable`.
    TokenPair login(const Caller &app, const ProviderLogin &login);

    QList<Identity> identities(const Caller &caller, AccountId account);
    /// Links an identity, so that the user can sign in with it, and mails the user. A linked identity outlives every
    /// consent, so an app other than the portal must send the user's password.
    /// Throws: like login(); Problem 403 `password_required`; 422 and 429 like AccountService::requirePassword(); 409
    /// `identity_taken` for another user's identity, 409 `already_linked` for a second identity of the same provider.
    Identity link(const Caller &caller, AccountId account, const IdentityLink &wanted);
    /// Unlinks an identity, mails the user, and ends their other sessions: whoever can sign in at the provider may have
    /// begun some of them. Only the user links an identity of this provider again, no sign-in by address does.
    /// Throws: Problem 404, 409 `last_sign_in` if the user could not sign in any more.
    void unlink(const Caller &caller, AccountId account, const QString &provider);

    /// Returns a configured provider, for the redirect flow.
    /// Throws: Problem 404 for an unknown provider.
    const IdentityProvider &provider(const QString &id) const;
    std::unique_ptr<IdentitySource> source(const IdentityProvider &provider) const;
    /// Returns the person that a proof for a sign-in is about. Records a refused proof in the audit log.
    /// Throws: like IdentitySource::person().
    FederatedPerson person(const Caller &app, const IdentityProvider &provider, const ProviderProof &proof);
    /// Finds or creates the user for the provider's person: the linked user, the user with the same verified address,
    /// or a new user of this app. Calls `action` with the user in the same transaction.
    /// Throws: Problem 401 `identity_refused` for an ID token that was used before, 403 `account_inactive`, 409
    /// `link_required`, and whatever `action` throws. Nothing is changed then.
    template <typename Action>
    auto admit(const Caller &app, const IdentityProvider &provider, const FederatedPerson &person, Action action)
    {
        try {
            return retried([&] {
                return inTransaction(m_database, [&] {
                    spend(provider, person);
                    return action(userFor(app, provider, person));
                });
            });
        } catch (const Problem &problem) {
            recordRefusal(app, provider, person, problem);
            throw;
        }
    }

private:
    /// Runs the action again if a concurrent request has created the same row: the second run finds that row.
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
    void spend(const IdentityProvider &provider, const FederatedPerson &person);
    std::optional<ProvenPassword> requireOwner(const Caller &caller, const QString &password);
    void insert(const Caller &by, const IdentityProvider &provider, const FederatedPerson &person, const User &user);
    void recordRefusal(const Caller &app, const IdentityProvider &provider, const FederatedPerson &person,
                       const Problem &problem);
    Identity shown(const IdentityRow &row) const;

    Database &m_database;
    AccountService &m_accounts;
    Sessions &m_sessions;
    AuditLog m_audit;
    AccountStore m_accountStore;
    IdentityStore m_store;
    const Providers &m_providers;
    const WebClient &m_web;
    OpenidMetadata &m_openid;
};

/// Returns the routes of providers, sign-ins with a proof, and linked identities.
RouteTable federationRoutes(FederationService &federation);
