// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/sessions.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/http/problem.h"
#include "server/identity/credentials/secrets.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView refreshPrefix("wmr_");
constexpr qint64 answerMayBeLostFor = 30; // seconds

Problem invalidRefreshToken()
{
    return Problem::unauthorized(u"invalid_refresh_token"_s, u"The refresh token is no longer valid. Sign in again."_s);
}

/// Removes the scopes that the user's present role cannot grant: the role may have changed since the sign-in.
std::optional<TokenOwner> narrowedToRole(std::optional<TokenOwner> owner)
{
    if (owner)
        owner->scopes &= grantableBy(owner->role) | identityScopes();
    return owner;
}
}

TokenPair Sessions::begin(const User &user, const SessionTerms &terms)
{
    const QDateTime now = Times::now();
    SessionRow session;
    session.sessionId = terms.session;
    session.parentId = terms.parent;
    session.userId = user.userId;
    session.appId = terms.app;
    session.scopes = terms.scopes;
    session.confidential = terms.confidential;
    session.userAgent = terms.origin.userAgent;
    session.address = terms.origin.address;
    session.createdAt = now;
    session.signedInAt = terms.signedInAt;
    if (!session.signedInAt.isValid())
        session.signedInAt = terms.parent.isNull() ? now : m_store.signedInAtForShare(terms.parent);
    session.refreshedAt = now;
    session.lastUsedAt = now;
    m_store.insert(session);
    TokenPair pair = issue(session.sessionId, Secrets::make(refreshPrefix), terms.scopes, false, now);
    pair.accountId = user.accountId;
    pair.userId = user.userId;
    return pair;
}

QString Sessions::successorOf(const QString &refreshToken) const
{
    return refreshPrefix + QString::fromLatin1(m_key.sign("refresh-token", refreshToken.toUtf8()));
}

TokenPair Sessions::issue(SessionId session, const QString &refreshToken, Scopes scopes, bool narrowed,
                          const QDateTime &now)
{
    TokenPair pair;
    pair.accessToken = Secrets::make(QLatin1StringView("wma_"));
    pair.refreshToken = refreshToken;
    pair.expiresIn = m_lifetimes.access.count();
    pair.scope = scopeNames(scopes).join(u' ');
    m_store.insertAccess(Secrets::hashOf(pair.accessToken), session, now.addSecs(m_lifetimes.access.count()),
                         narrowed ? std::optional(scopes) : std::nullopt);
    m_store.insertRefresh(Secrets::hashOf(pair.refreshToken), session, now.addSecs(m_lifetimes.refresh.count()));
    return pair;
}

TokenPair Sessions::refresh(const RefreshTerms &terms)
{
    const QDateTime now = Times::now();
    const QString hash = Secrets::hashOf(terms.refreshToken);
    Transaction transaction(m_database);
    const auto owner = narrowedToRole(m_store.byRefreshForUpdate(hash, now));
    if (!owner || owner->appId != terms.app || owner->endedAt.isValid() || (owner->confidential && !terms.byKey))
        throw invalidRefreshToken();
    if (owner->spentAt.isValid() && !mayHaveBeenLost(*owner, now)) {
        m_store.end(owner->sessionId, now);
        transaction.commit();
        throw invalidRefreshToken();
    }
    if (owner->accountStatus != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"The account is not active."_s);
    const bool narrowed = bool(terms.narrower);
    if ((terms.narrower & owner->scopes) != terms.narrower)
        throw Problem(422, u"invalid_scope"_s, u"A refresh cannot request more scopes than the session has."_s);
    const QString successor = successorOf(terms.refreshToken);
    if (owner->spentAt.isValid())
        m_store.spendLost(owner->sessionId, Secrets::hashOf(successor), now);
    else
        m_store.spend(owner->sessionId, hash, now);
    m_store.touch(owner->sessionId, now);
    TokenPair pair = issue(owner->sessionId, successor, narrowed ? terms.narrower : owner->scopes, narrowed, now);
    pair.accountId = owner->accountId;
    pair.userId = owner->userId;
    transaction.commit();
    return pair;
}

bool Sessions::mayHaveBeenLost(const TokenOwner &owner, const QDateTime &now)
{
    // The clocks of servers differ a little. A time farther in the future means that the clock was set back, and nobody
    // knows how long ago the token was spent.
    return std::abs(owner.spentAt.msecsTo(now)) <= answerMayBeLostFor * 1000
        && m_store.wasSpentLast(owner.sessionId, owner.spentOrder);
}

void Sessions::revoke(AppId app, const QString &token)
{
    const QString hash = Secrets::hashOf(token);
    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    if (const auto owner = m_store.byAccess(hash, now); owner && owner->appId == app)
        m_store.removeAccess(hash);
    else if (const auto family = m_store.byRefresh(hash, now); family && family->appId == app)
        m_store.end(family->sessionId, now);
    transaction.commit();
}

std::optional<TokenOwner> Sessions::refreshOwner(const QString &refreshToken)
{
    const auto owner = narrowedToRole(m_store.byRefresh(Secrets::hashOf(refreshToken), Times::now()));
    return owner && !owner->spentAt.isValid() && !owner->endedAt.isValid() ? owner : std::nullopt;
}

void Sessions::end(SessionId session) { m_store.end(session, Times::now()); }

void Sessions::endBrowsers(UserId user)
{
    m_browsers.removeOfUser(user); // first, so that no browser grants anything more
    m_challenges.removeOfUser(user);
    m_store.lockOfUser(user); // so that no session of the portal approves another device
    m_grants.removeOfUser(user);
}

void Sessions::endAround(const Caller &caller)
{
    if (caller.firstParty)
        endBrowsers(caller.userId); // otherwise the browser would sign any app in again
    else
        m_grants.removeOfUser(caller.userId, caller.appId);
}

void Sessions::endOthers(AccountId account, SessionId except)
{
    m_browsers.removeOfAccount(account); // first, so that no browser grants anything more
    m_challenges.removeOfAccount(account);
    m_store.lockOfAccount(account); // so that no session of the portal approves another device
    m_grants.removeOfAccount(account);
    m_store.endOthers(account, except, Times::now());
}

void Sessions::endOthersOfUser(UserId user, SessionId except)
{
    endBrowsers(user);
    m_store.endOthersOfUser(user, except, Times::now());
}

bool Sessions::endOfApp(UserId user, AppId app)
{
    m_grants.removeOfUser(user, app);
    return m_store.endOfApp(user, app, Times::now());
}

void Sessions::endAllOfApp(AppId app)
{
    m_grants.removeOfApp(app);
    m_store.endAllOfApp(app, Times::now());
}

std::optional<TokenOwner> Sessions::owner(const QString &accessToken, std::chrono::milliseconds oldest)
{
    const QDateTime now = Times::now();
    const QString hash = Secrets::hashOf(accessToken);
    const quint64 standing = m_database.standing(); // read before the lookup, so that a change in between is not missed
    if (const TokenOwner *known = m_owners.find(hash, standing, now, oldest))
        return *known;
    const auto owner = narrowedToRole(m_store.byAccess(hash, now));
    if (owner)
        m_owners.put(hash, standing, now, *owner);
    return owner;
}

std::optional<TokenOwner> Sessions::formerOwner(const QString &accessToken)
{
    return m_store.byEndedAccess(Secrets::hashOf(accessToken), Times::now());
}

std::optional<TokenOwner> Sessions::ownerOf(SessionId session)
{
    return narrowedToRole(m_store.bySession(session, Times::now()));
}
