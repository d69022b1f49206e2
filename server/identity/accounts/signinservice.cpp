// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/signinservice.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"
#include "server/identity/access/standing.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/credentials/sessions.h"

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;

namespace {
void requireOwn(const Caller &caller, AccountId account)
{
    if (caller.accountId != account)
        throw Problem::notFound();
}
}

QList<SignIn> SignInService::list(const Caller &caller, AccountId account)
{
    requireOwn(caller, account);
    QList<SignIn> signIns = m_store.ongoing(caller.userId, Times::now());
    for (SignIn &signIn : signIns)
        signIn.current = signIn.sessionId == caller.sessionId;
    return signIns;
}

void SignInService::end(const Caller &caller, AccountId account, SessionId session)
{
    requireOwn(caller, account);
    if (session != caller.sessionId)
        requireFirstParty(caller, u"An app can end its own session only."_s);
    const QString id = session.toString();
    Transaction transaction(m_database);
    m_sessions.endAround(caller);
    if (!m_store.endOfUser(caller.userId, session, Times::now()))
        throw Problem::notFound();
    m_audit.record(caller, {.action = Action::SessionEnded, .accountId = account, .object = id});
    m_events.record(account, u"session.ended"_s, {{u"session_id"_s, id}});
    transaction.commit();
}

void SignInService::endAll(const Caller &caller, AccountId account, bool withThis)
{
    requireOwn(caller, account);
    requireFirstParty(caller, u"Users sign out everywhere in the portal only."_s);
    Transaction transaction(m_database);
    m_sessions.endOthersOfUser(caller.userId, withThis ? SessionId() : caller.sessionId);
    m_audit.record(caller,
                   {.action = Action::SignedOutEverywhere,
                    .accountId = account,
                    .object = caller.userId.toString(),
                    .detail = {{u"with_this"_s, withThis}}});
    m_events.record(account, u"sessions.ended"_s, {{u"user_id"_s, caller.userId.toString()}});
    transaction.commit();
}

SignInToken SignInService::makeToken(const Caller &caller, AccountId account)
{
    requireOwn(caller, account);
    SignInToken made;
    made.accountToken = Secrets::make(QLatin1StringView("wms_"));
    made.expiresIn = m_settings.tokenLifetime.count();
    made.url = m_settings.publicUrl;
    made.url.setPath(u"/v1/accounts/%1/token/%2"_s.arg(account.toString(), made.accountToken));

    SignInTokenRow row;
    row.tokenHash = Secrets::hashOf(made.accountToken);
    row.sessionId = caller.sessionId;
    row.scopes = caller.scopes;
    row.expiresAt = Times::now().addSecs(made.expiresIn);
    Transaction transaction(m_database);
    m_tokens.insert(row);
    m_audit.record(caller,
                   {.action = Action::OneTimeTokenMade, .accountId = account, .object = caller.sessionId.toString()});
    transaction.commit();
    return made;
}

TokenPair SignInService::redeem(const Caller &app, AccountId account, const QString &token)
{
    Transaction transaction(m_database);
    requireStanding(m_database, app.appId); // it may have been deactivated since the request was admitted
    const auto bearer = m_tokens.take(Secrets::hashOf(token), account, app.appId, Times::now());
    const auto user = bearer ? m_accounts.user(bearer->userId) : std::nullopt;
    if (!user)
        throw Problem::notFound();
    // A session of the portal has the rights of staff and the right to change how the user signs in.
    if (app.firstParty && !bearer->firstParty)
        throw Problem::forbidden(u"first_party_required"_s, u"The token was not created in the portal."_s);
    if (!bearer->consented)
        throw Problem::forbidden(u"consent_required"_s, u"The user has not given this app access."_s);
    // The user's role may have changed since.
    const Scopes scopes = bearer->scopes & bearer->consented & (grantableBy(user->role) | identityScopes());
    // A link outlives the session, so only a token of the portal creates one.
    if (bearer->firstParty)
        m_accounts.link(account, app.appId, scopes, Times::now());
    m_audit.record(app,
                   {.action = Action::SignIn,
                    .accountId = account,
                    .actorUserId = user->userId,
                    .detail = {{u"by"_s, u"one_time_token"_s}}});
    const TokenPair pair = m_sessions.begin(*user,
                                            {.app = app.appId,
                                             .scopes = scopes,
                                             .confidential = !app.firstParty,
                                             .origin = app.origin,
                                             .parent = bearer->sessionId});
    transaction.commit();
    return pair;
}
