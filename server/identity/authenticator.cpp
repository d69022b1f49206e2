// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/authenticator.h"

#include "models/core/times.h"
#include "server/core/http/links.h"
#include "server/core/http/problem.h"
#include "server/core/http/route.h"
#include "server/identity/access/standing.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/credentials/lastuses.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/oauth/clients.h"

using namespace Qt::StringLiterals;

namespace {
/// How old a look at a token may be while its answers run.
constexpr auto freshness = std::chrono::milliseconds(250);

Problem unauthorized(const QByteArray &challenge, const QString &code, const QString &detail)
{
    return Problem::unauthorized(code, detail).withHeader("WWW-Authenticate", challenge);
}

Problem missingCredential(const Access &access)
{
    const QByteArray challenge =
        access.app && !access.user ? "Basic realm=\"app\", charset=\"UTF-8\"" : "Bearer realm=\"waymark\"";
    return unauthorized(challenge, u"credential_required"_s,
                        access.app && !access.user
                            ? u"An app credential is required: HTTP Basic with app_id and app_key."_s
                            : u"A user's access token is required."_s);
}

Problem invalidApp()
{
    return unauthorized("Basic realm=\"app\", charset=\"UTF-8\"", u"invalid_app"_s, u"Invalid app_id or app_key."_s);
}

Problem invalidToken()
{
    return unauthorized("Bearer realm=\"waymark\", error=\"invalid_token\"", u"invalid_token"_s,
                        u"The access token is unknown, has expired, or has been revoked."_s);
}

Problem insufficientScope(const QString &detail) { return Problem::forbidden(u"insufficient_scope"_s, detail); }

/// Returns a caller with the rights that the user of a session has now.
Caller callerOf(const TokenOwner &owner, Caller::Kind kind)
{
    return {.kind = kind,
            .accountId = owner.accountId,
            .userId = owner.userId,
            .sessionId = owner.sessionId,
            .role = owner.role,
            .mainUser = owner.main,
            .firstParty = owner.firstParty,
            .scopes = owner.scopes};
}

/// Requires that the credential is of a kind that the route accepts, with sufficient scope and role.
void requireAccess(const Access &access, const Caller &caller)
{
    if (access.management && caller.isAdmin())
        return;
    if (caller.kind == Caller::Kind::App) {
        if (!access.app)
            throw access.user ? missingCredential(access) : insufficientScope(u"Only administrators can do this."_s);
        return;
    }
    if (!access.user)
        throw access.management ? insufficientScope(u"Only administrators can do this."_s) : missingCredential(access);
    requireScope(caller, *access.user);
    const bool staffOnly = access.role && *access.role >= User::Role::Support;
    if ((access.role && caller.role < *access.role) || (staffOnly && !caller.isStaff()))
        throw insufficientScope(u"The user's role does not allow this."_s);
}
}

Caller Authenticator::authenticate(const Request &request, const Route &route)
{
    Caller caller = identify(request, route, std::chrono::milliseconds::max());
    caller.origin = Origin::of(request);
    return caller;
}

Caller Authenticator::authenticateAgain(const Request &request, const Route &route)
{
    Caller caller = identify(request, route, freshness);
    caller.origin = Origin::of(request);
    return caller;
}

Caller Authenticator::identify(const Request &request, const Route &route, std::chrono::milliseconds oldest)
{
    const Access &access = route.caller;
    if (access.link && Links::isSigned(request))
        return byLink(Links::sessionOf(request)); // the handler checks the signature for the object
    if (access.payment && request.headers.contains(paymentSignatureHeader))
        return {.kind = Caller::Kind::PaymentProvider}; // the handler checks the signature over the body
    const QByteArray authorization = request.headers.value("Authorization");
    const QByteArray scheme = before(authorization, ' ').toLower();
    const QByteArray credential = authorization.mid(scheme.size()).trimmed();
    if (access.anyone || access.client)
        return {};
    Caller caller;
    if (scheme == "bearer")
        caller = byToken(QString::fromLatin1(credential), access, oldest);
    else if (scheme == "basic")
        caller = byAppKey(credential, access);
    else
        throw missingCredential(access);
    return caller;
}

AppId Authenticator::claimedApp(const Request &request)
{
    try {
        const auto id = AppId::parse(Clients::claimedId(request));
        return id.value_or(AppId());
    } catch (const Problem &) {
        return {};
    }
}

void Authenticator::authorize(const Caller &caller, const Route &route)
{
    const bool proven = caller.kind == Caller::Kind::App || caller.kind == Caller::Kind::User;
    if (proven) // the route itself has admitted the other callers
        requireAccess(route.caller, caller);
}

Caller Authenticator::byAppToken(const QString &token)
{
    const auto owner = m_appTokens.owner(token);
    if (!owner)
        throw invalidToken();
    requireStanding(owner->appStatus, owner->trialEndsAt);
    return {.kind = Caller::Kind::App,
            .appId = owner->appId,
            .firstParty = owner->firstParty,
            .scopes = owner->scopes,
            .dailyQuota = owner->dailyQuota};
}

/// Returns whether the user must set up a second factor before anything else.
bool Authenticator::mustSetUp(const TokenOwner &owner) const
{
    return m_staffNeedsSecondFactor && owner.role >= User::Role::Support && !owner.secondFactor;
}

Caller Authenticator::byToken(const QString &token, const Access &access, std::chrono::milliseconds oldest)
{
    if (AppTokens::isOne(token))
        return byAppToken(token);
    const auto owner = m_sessions.owner(token, oldest);
    if (!owner) {
        // A trial's end ends its sessions, and is still the reason for which their tokens are refused.
        const auto former = m_sessions.formerOwner(token);
        if (former && former->appStatus == App::Status::Active)
            requireStanding(former->appStatus, former->trialEndsAt);
        throw invalidToken();
    }
    requireStanding(owner->appStatus, owner->trialEndsAt);
    if (owner->accountStatus != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"The account is not active."_s);
    m_uses.note(owner->sessionId, owner->lastUsedAt);
    Caller caller = callerOf(*owner, Caller::Kind::User);
    caller.appId = owner->appId;
    caller.dailyQuota = owner->dailyQuota;
    if (mustSetUp(*owner)) {
        if (!access.whileSettingUp)
            throw Problem::forbidden(u"second_factor_setup_required"_s,
                                     u"This server requires a second factor of staff. Set it up first."_s);
        caller.role = User::Role::Member;
        caller.scopes &= grantableBy(caller.role) | identityScopes();
    }
    return caller;
}

/// A signed address stands on the session that signed it, with the rights that the session's user has now. Its calls
/// count against no quota, since a player makes them.
Caller Authenticator::byLink(SessionId session)
{
    if (session.isNull())
        return {.kind = Caller::Kind::Link};
    const auto owner = m_sessions.ownerOf(session);
    if (!owner || owner->accountStatus != Account::Status::Active || !hasStanding(owner->appStatus, owner->trialEndsAt)
        || mustSetUp(*owner))
        throw Problem::forbidden(u"link_invalid"_s, u"The session that signed this address has ended."_s);
    return callerOf(*owner, Caller::Kind::Link);
}

Caller Authenticator::byAppKey(const QByteArray &basic, const Access &access)
{
    const QByteArray pair = QByteArray::fromBase64(basic);
    const qsizetype colon = pair.indexOf(':');
    const auto id = AppId::parse(QString::fromUtf8(pair.left(colon)));
    const QString key = QString::fromUtf8(pair.mid(colon + 1));
    const auto app = colon > 0 && id ? m_apps.find(*id) : std::nullopt;
    if (!app)
        throw invalidApp();
    // The portal is a public client: its program is distributed, so a key in it would not be secret. Whoever sends its
    // ID is nobody, and may do no more than begin to sign in.
    if (app->firstParty && key.isEmpty() && !access.bareApp)
        throw missingCredential(access);
    const bool proven = app->firstParty ? key.isEmpty() : m_apps.hasKey(app->appId, Secrets::hashOf(key), Times::now());
    if (!proven)
        throw invalidApp();
    requireStanding(app->status, app->trialEndsAt);
    return {.kind = Caller::Kind::App,
            .appId = app->appId,
            .firstParty = app->firstParty,
            .scopes = app->scopes,
            .dailyQuota = app->dailyQuota};
}
