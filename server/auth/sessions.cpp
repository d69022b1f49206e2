// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/sessions.h"

#include "models/times.h"
#include "server/auth/secrets.h"
#include "server/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
Problem invalidRefreshToken()
{
    return Problem::unauthorized(u"invalid_refresh_token"_s,
                                 u"This refresh token is not valid any more: sign in again."_s);
}
}

TokenPair Sessions::begin(const User &user, AppId app, Scopes scopes)
{
    const QDateTime now = Times::now();
    SessionRow session;
    session.sessionId = SessionId::generate();
    session.userId = user.userId;
    session.appId = app;
    session.scopes = scopes;
    session.createdAt = now;
    session.refreshedAt = now;
    m_store.insert(session);
    TokenPair pair = issue(session.sessionId, scopes, now);
    pair.accountId = user.accountId;
    pair.userId = user.userId;
    return pair;
}

TokenPair Sessions::issue(SessionId session, Scopes scopes, const QDateTime &now)
{
    TokenPair pair;
    pair.accessToken = Secrets::make(QLatin1StringView("wma_"));
    pair.refreshToken = Secrets::make(QLatin1StringView("wmr_"));
    pair.expiresIn = m_lifetimes.access.count();
    pair.scope = scopeNames(scopes).join(u' ');
    m_store.insertAccess(Secrets::hashOf(pair.accessToken), session, now.addSecs(m_lifetimes.access.count()));
    m_store.insertRefresh(Secrets::hashOf(pair.refreshToken), session, now.addSecs(m_lifetimes.refresh.count()));
    return pair;
}

TokenPair Sessions::refresh(AppId app, const QString &refreshToken)
{
    const QDateTime now = Times::now();
    const QString hash = Secrets::hashOf(refreshToken);
    Transaction transaction(m_database);
    const auto owner = m_store.byRefresh(hash, now);
    if (!owner || owner->appId != app || owner->endedAt.isValid())
        throw invalidRefreshToken();
    if (owner->spentAt.isValid()) {
        m_store.end(owner->sessionId, now);
        transaction.commit();
        throw invalidRefreshToken();
    }
    if (owner->accountStatus != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"This account is not active."_s);
    m_store.spend(hash, now);
    m_store.touch(owner->sessionId, now);
    TokenPair pair = issue(owner->sessionId, owner->scopes, now);
    pair.accountId = owner->accountId;
    pair.userId = owner->userId;
    transaction.commit();
    return pair;
}

void Sessions::end(SessionId session) { m_store.end(session, Times::now()); }

void Sessions::endBrowsers(UserId user) { m_browsers.removeOfUser(user); }

void Sessions::endOthers(AccountId account, SessionId except)
{
    m_store.endOthers(account, except, Times::now());
    m_browsers.removeOfAccount(account);
}

void Sessions::endOthersOfUser(UserId user, SessionId except)
{
    m_store.endOthersOfUser(user, except, Times::now());
    m_browsers.removeOfUser(user);
}

void Sessions::endOfApp(UserId user, AppId app) { m_store.endOfApp(user, app, Times::now()); }

std::optional<TokenOwner> Sessions::owner(const QString &accessToken)
{
    return m_store.byAccess(Secrets::hashOf(accessToken), Times::now());
}
