// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/federationservice.h"

#include "models/core/clienttext.h"
#include "models/core/emailaddress.h"
#include "models/core/scalarcodecs.h"
#include "models/core/times.h"
#include "server/core/db/retry.h"
#include "server/identity/access/standing.h"
#include "server/identity/federation/openidmetadata.h"
#include "server/identity/federation/providers.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestSubject = 255; // OpenID Connect Core 1.0, 2

/// Returns the provider's text about a person, in the form in which a field of a new account is stored, and `otherwise`
/// for a text that the field cannot have. At many providers, people choose such texts freely.
QString fitting(const char *field, const QString &text, const QString &otherwise)
{
    FieldErrors errors;
    const Resource::Field &limits = *Resource::fieldsOf(NewAccount::staticMetaObject).find(field);
    const auto accepted = ClientText::accepted(limits, text, {}, errors);
    return accepted && CodecLimits::fitsText(limits, *accepted, {}, errors) ? *accepted : otherwise;
}

NewAccount newcomer(const IdentityProvider &provider, const FederatedPerson &person)
{
    NewAccount account;
    // An unverified address could belong to another person, so the account is created without it.
    account.email = person.emailVerified ? person.email : QString();
    account.name = fitting("name", person.name, account.email.section(u'@', 0, 0));
    if (account.name.isEmpty())
        account.name = provider.title;
    account.locale = fitting("locale", person.locale, account.locale);
    return account;
}
}

QList<SignInProvider> FederationService::providers()
{
    QList<SignInProvider> all;
    for (const IdentityProvider &provider : m_providers.all()) {
        SignInProvider shown;
        shown.provider = provider.id;
        shown.title = provider.title;
        shown.kind = provider.kind;
        shown.issuer = provider.issuer;
        shown.clientId = provider.clientId;
        shown.scopes = provider.scopes;
        try {
            shown.authorizationUrl = source(provider)->authorizationEndpoint();
        } catch (const Problem &) {
            // an unreachable provider does not hide the others
        }
        all += shown;
    }
    return all;
}

TokenPair FederationService::login(const Caller &app, const ProviderLogin &login)
{
    const IdentityProvider &provider = named(login.provider);
    const FirstStep step = admit(app, provider, person(app, provider, login),
                                 [&](const User &user) { return m_accounts.signIn(app, user, login.scope); });
    return step.tokens();
}

/// Returns the person as the provider describes them, without values that cannot be stored.
FederatedPerson FederationService::personOf(const IdentityProvider &provider, const ProviderProof &proof) const
{
    FederatedPerson person = source(provider)->person(proof);
    person.email = fitting("email", person.email, {});
    if (person.subject.isEmpty() || person.subject.size() > longestSubject || person.subject.contains(QChar::Null)
        || !person.subject.isValidUtf16())
        throw ProviderCalls::refused(u"The proof of %1 does not identify a person."_s.arg(provider.title));
    return person;
}

FederatedPerson FederationService::person(const Caller &app, const IdentityProvider &provider,
                                          const ProviderProof &proof)
{
    try {
        return personOf(provider, proof);
    } catch (const Problem &problem) {
        if (problem.status == 401) // the person is unknown
            m_audit.recordFailedSignIn(app, {}, problem.code);
        throw;
    }
}

User FederationService::userFor(const Caller &app, const IdentityProvider &provider, const FederatedPerson &person)
{
    const auto again = [&]() -> std::optional<User> {
        const auto identity = known(provider, person);
        const auto user = identity ? m_accountStore.user(identity->userId) : std::nullopt;
        if (!user)
            return std::nullopt;
        requireActive(*user);
        // The user may have unlinked the identity before the account was locked.
        return m_store.use(*identity, person.subject, person.email, Times::now()) ? user : std::nullopt;
    };
    if (const auto user = again())
        return *user;
    const NewAccount account = newcomer(provider, person);
    bool isNew = true;
    auto user = m_accounts.welcome(app, account, app.firstParty ? User::Role::Developer : User::Role::Member);
    if (!user) {
        // A concurrent request may have linked the same person in the meantime.
        if (const auto same = again())
            return *same;
        user = ownerOfAddress(provider, account.email);
        isNew = false;
    }
    insert(app, provider, person, *user);
    if (!isNew)
        m_accounts.tellOfIdentity(*user, provider.title, person.email, app.appId);
    return *user;
}

std::optional<IdentityRow> FederationService::known(const IdentityProvider &provider, const FederatedPerson &person)
{
    auto identity = m_store.find(provider.id, person.subject);
    if (!identity && !person.formerSubject.isEmpty())
        identity = m_store.find(provider.id, person.formerSubject);
    return identity;
}

/// Returns the user who has verified this address here before, if the provider's statement may sign in to their
/// account.
///
/// Linking by address is a trade-off: it spares people a second account, but it entrusts the account to every provider
/// that verifies addresses carelessly. Both sides must therefore have verified the address: the provider says so, and
/// this server has verified it too. An unverified registration, which an attacker may have created in the hope of this
/// sign-in, has been removed before. The operator can switch linking off for a provider (`link_by_email`). It never
/// signs in to a staff account, and an address that the provider has reassigned to another person does not give that
/// person the account. Nor does a provider sign in again whose identity the user has unlinked. A refused user can sign
/// in as before and link the identity then.
User FederationService::ownerOfAddress(const IdentityProvider &provider, const QString &email)
{
    const User user = m_accountStore.userByEmail(EmailAddress::normalOrLower(email)).value();
    requireActive(user);
    bool allowed =
        provider.linkByEmail && user.role < User::Role::Support && !m_store.wasUnlinked(user.userId, provider.id);
    for (const IdentityRow &other : m_store.ofUser(user.userId))
        allowed = allowed && other.provider != provider.id;
    if (!allowed)
        throw Problem::conflict(
            u"link_required"_s,
            u"An account with this address exists already. Sign in to it as before, then link %1."_s.arg(
                provider.title));
    return user;
}

void FederationService::requireActive(const User &user)
{
    const auto account = m_accountStore.findForUpdate(user.accountId);
    if (!account || account->status != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"The account is not active."_s);
}

/// An ID token signs in once, so that one that leaks is of no use to others.
void FederationService::spend(const IdentityProvider &provider, const FederatedPerson &person)
{
    if (!person.proof.isEmpty() && !m_store.spend(provider.id, person.proof, person.proofExpiresAt))
        throw ProviderCalls::refused(u"The ID token has been used already."_s);
}

void FederationService::insert(const Caller &by, const IdentityProvider &provider, const FederatedPerson &person,
                               const User &user)
{
    IdentityRow row;
    row.provider = provider.id;
    row.subject = person.subject;
    row.userId = user.userId;
    row.email = person.email;
    row.linkedAt = Times::now();
    row.usedAt = row.linkedAt;
    m_store.insert(row);
    m_store.forgetUnlinked(user.userId, provider.id);
    m_audit.record(by,
                   {.action = AuditEntry::Action::IdentityLinked,
                    .accountId = user.accountId,
                    .actorUserId = user.userId,
                    .object = user.userId.toString(),
                    .detail = {{u"provider"_s, provider.id}}});
}

/// Records the refusal in the audit log of the account that the sign-in would have used.
void FederationService::recordRefusal(const Caller &app, const IdentityProvider &provider,
                                      const FederatedPerson &person, const Problem &problem)
{
    if (problem.status != 403 && problem.status != 409)
        return;
    const auto identity = known(provider, person);
    const auto user = identity
        ? m_accountStore.user(identity->userId)
        : m_accountStore.userByEmail(EmailAddress::normalOrLower(newcomer(provider, person).email));
    m_audit.recordFailedSignIn(app, user ? user->accountId : AccountId(), problem.code);
}

QList<Identity> FederationService::identities(const Caller &caller, AccountId account)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    QList<Identity> all;
    for (const IdentityRow &row : m_store.ofUser(caller.userId))
        all += shown(row);
    return all;
}

/// Returns the proven password, or nothing if the portal's session suffices.
std::optional<ProvenPassword> FederationService::requireOwner(const Caller &caller, const QString &password)
{
    if (caller.firstParty && password.isEmpty())
        return std::nullopt;
    if (password.isEmpty())
        throw Problem::forbidden(u"password_required"_s,
                                 u"Apps other than the portal must send the account's password."_s);
    return m_accounts.requirePassword(m_accountStore.user(caller.userId).value(), u"/password"_s, password);
}

Identity FederationService::link(const Caller &caller, AccountId account, const IdentityLink &wanted)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    const IdentityProvider &provider = named(wanted.provider);
    const auto password = requireOwner(caller, wanted.password);
    const FederatedPerson person = personOf(provider, wanted);
    return retried([&] {
        return inTransaction(m_database, [&] {
            m_accountStore.findForUpdate(account); // so that the identity is not unlinked meanwhile
            // The provider takes its time, in which the user may have signed out everywhere.
            if (password)
                m_accounts.requireStill(*password);
            requireSession(m_database, caller);
            spend(provider, person);
            const auto identity = known(provider, person);
            if (identity && identity->userId != caller.userId)
                throw Problem::conflict(u"identity_taken"_s, u"Another user signs in with this identity."_s);
            for (const IdentityRow &other : m_store.ofUser(caller.userId)) {
                if (!identity && other.provider == provider.id)
                    throw Problem::conflict(
                        u"already_linked"_s,
                        u"Another identity of %1 is linked. Unlink it first."_s.arg(provider.title));
            }
            if (identity) {
                m_store.use(*identity, person.subject, person.email, Times::now());
            } else {
                const User user = m_accountStore.user(caller.userId).value();
                insert(caller, provider, person, user);
                m_accounts.tellOfIdentity(user, provider.title, person.email, caller.appId);
            }
            return shown(m_store.find(provider.id, person.subject).value());
        });
    });
}

void FederationService::unlink(const Caller &caller, AccountId account, const QString &provider)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    requireFirstParty(caller, u"Users unlink their identities in the portal only."_s);
    Transaction transaction(m_database);
    m_accountStore.findForUpdate(account); // otherwise two concurrent requests could each count on the other's identity
    const bool last = m_store.ofUser(caller.userId).size() == 1 && m_accountStore.passwordHash(caller.userId).isEmpty();
    if (m_store.remove(caller.userId, provider) == 0)
        throw Problem::notFound();
    if (last)
        throw Problem::conflict(u"last_sign_in"_s,
                                u"This is the last way to sign in. Set a password or link another identity first."_s);
    m_store.noteUnlinked(caller.userId, provider, Times::now());
    m_sessions.endOthersOfUser(caller.userId, caller.sessionId);
    m_audit.record(caller,
                   {.action = AuditEntry::Action::IdentityUnlinked,
                    .accountId = account,
                    .object = caller.userId.toString(),
                    .detail = {{u"provider"_s, provider}}});
    const IdentityProvider *known = m_providers.find(provider);
    m_accounts.tellOfLostIdentity(m_accountStore.user(caller.userId).value(), known ? known->title : provider);
    transaction.commit();
}

Identity FederationService::shown(const IdentityRow &row) const
{
    const IdentityProvider *provider = m_providers.find(row.provider);
    Identity identity;
    identity.provider = row.provider;
    identity.title = provider ? provider->title : row.provider;
    identity.subjectHint = u'…' + row.subject.right(4);
    identity.email = row.email;
    identity.linkedAt = row.linkedAt;
    identity.usedAt = row.usedAt;
    return identity;
}

const IdentityProvider &FederationService::named(const QString &id) const
{
    const IdentityProvider *found = m_providers.find(id);
    return found ? *found : throw Problem::invalid(u"/provider"_s, u"not_allowed"_s, u"Unknown provider."_s);
}

const IdentityProvider &FederationService::provider(const QString &id) const
{
    const IdentityProvider *found = m_providers.find(id);
    return found ? *found : throw Problem::notFound();
}

std::unique_ptr<IdentitySource> FederationService::source(const IdentityProvider &provider) const
{
    return IdentitySource::of(provider, m_web, m_openid);
}
