// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/devicerequests.h"

#include "models/core/times.h"
#include "server/core/http/lockedrow.h"
#include "server/core/http/problem.h"
#include "server/identity/access/standing.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/apps/quotas.h"
#include "server/identity/credentials/secondfactorstore.h"
#include "server/identity/oauth/consents.h"

using namespace Qt::StringLiterals;
using State = DeviceAuthorization::State;

namespace {
Scopes grantableOf(const DeviceAuthorization &device, const Caller &caller)
{
    return device.scopes & (grantableBy(caller.role) | identityScopes());
}

Problem used() { return Problem::conflict(u"user_code_used"_s, u"The code has been used already."_s); }

Problem expired()
{
    return Problem(410, u"user_code_expired"_s, u"The code has expired. Let the device show a new one."_s);
}
}

DeviceRequest DeviceRequests::get(const Caller &caller, AccountId account, const QString &userCode)
{
    return shown(pending(caller, account, userCode), caller);
}

DeviceRequest DeviceRequests::shown(const DeviceAuthorization &device, const Caller &caller)
{
    const App app = m.apps.find(device.appId).value_or(App());
    DeviceRequest request;
    request.userCode = DeviceAuthorizations::shown(device.userCode);
    request.appId = device.appId;
    request.appName = app.name;
    request.developer = m.accounts.nameOf(app.accountId);
    request.description = app.description;
    request.scopes = grantableOf(device, caller);
    request.createdAt = device.createdAt;
    request.expiresAt = device.expiresAt;
    return request;
}

void DeviceRequests::decide(const Caller &caller, AccountId account, const QString &userCode,
                            const DeviceDecision &decision, const Precondition &precondition)
{
    Transaction transaction(m.database);
    const auto isUndecided = [](const DeviceAuthorization &row) {
        return row.state == State::Pending ? true : throw used(); // by a request that was faster
    };
    const auto device =
        lockedRow<DeviceAuthorization>(m.database, pending(caller, account, userCode).deviceCodeHash, precondition,
                                       isUndecided, [&](const DeviceAuthorization &row) { return shown(row, caller); });
    const Scopes scopes = grantableOf(device, caller);
    if (decision.approved && !scopes)
        throw Problem::forbidden(u"insufficient_scope"_s, u"You cannot grant any of the scopes of this device."_s);
    if (decision.approved)
        m.consents.give(caller.userId, device.appId, scopes, caller.origin);
    const DeviceApprover approver{
        .userId = caller.userId, .signedInAt = provenAt(caller), .sessionId = caller.sessionId};
    const bool stored = decision.approved ? m.devices->approve(device, approver, scopes) : m.devices->deny(device);
    if (!stored) // it has expired at this moment
        throw expired();
    transaction.commit();
}

DeviceAuthorization DeviceRequests::pending(const Caller &caller, AccountId account, const QString &userCode)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    requireFirstParty(caller, u"Devices are connected in the portal, or on the page /oauth/device."_s);
    const auto device = m.devices->find(userCode);
    if (!device)
        throw Problem::notFound();
    if (device->state != State::Pending)
        throw used();
    if (device->expiresAt <= Times::now())
        throw expired();
    requireStanding(m.database, device->appId);
    m.quotas.requireLeft(device->appId, m.apps.find(device->appId).value_or(App()).dailyQuota);
    return *device;
}

/// Returns when the session, which does not end until the transaction ends, was last known to be the user's. A session
/// stays if it changes the password. It also stays if the user wants so when a second factor is set up.
QDateTime DeviceRequests::provenAt(const Caller &caller)
{
    AccountStore accounts(m.database);
    const QDateTime changed = accounts.passwordChangedAt(caller.userId);
    const QDateTime enabled = SecondFactorStore(m.database).enabledAtForShare(caller.userId);
    const QDateTime signedIn = m_sessions.signedInAtForShare(caller.sessionId);
    if (!signedIn.isValid())
        throw Problem::unauthorized(u"invalid_token"_s, u"The session of the access token has ended."_s);
    QDateTime proven = signedIn;
    for (const QDateTime &time : {changed, enabled}) {
        if (time.isValid())
            proven = std::max(proven, time);
    }
    return proven;
}

RouteTable deviceRequestRoutes(const std::shared_ptr<DeviceRequests> &requests)
{
    constexpr auto tag = u"OAuth";
    const QString path = u"/accounts/:account_id/device-requests/:user_code"_s;
    return {
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Get the request of a device by the code that it shows (in the portal only)"_s,
            .reply = &DeviceRequest::staticMetaObject,
            .otherStatuses = {409, 410},
            .limit = Limit::Code, // tries a code
            .handle =
                [requests](const Call &call) {
                    return replyWith(
                        requests->get(call.caller, call.id<AccountId>(u"account_id"), call.arg(u"user_code")));
                },
        },
        {
            .method = Method::Put,
            .path = path,
            .caller = Callers::user(Scope::Account),
            .tag = tag,
            .summary = u"Approve or refuse the request of a device (in the portal only)"_s,
            .body = &DeviceDecision::staticMetaObject,
            .status = 204,
            .otherStatuses = {409, 410},
            .limit = Limit::Code,
            .conditional = true,
            .handle =
                [requests](const Call &call) {
                    requests->decide(call.caller, call.id<AccountId>(u"account_id"), call.arg(u"user_code"),
                                     call.body<DeviceDecision>(), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
