// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/devicepage.h"

#include "server/identity/access/standing.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/apps/quotas.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/consentvalues.h"

using namespace Qt::StringLiterals;

namespace {
Scopes grantableOf(const DeviceAuthorization &device, const BrowserUser &user)
{
    return device.scopes & (grantableBy(user.role) | identityScopes());
}
}

App DevicePage::appOf(const DeviceAuthorization &device) const { return m.apps.find(device.appId).value_or(App()); }

void DevicePage::requireStanding(const DeviceAuthorization &device)
{
    ::requireStanding(m.database, device.appId);
    m.quotas.requireLeft(device.appId, appOf(device).dailyQuota);
}

Reply DevicePage::get(const Call &call) { return decide(call.request); }

Reply DevicePage::decide(const Request &request)
{
    const QString code = request.query.queryItemValue(u"user_code"_s, QUrl::FullyDecoded);
    if (code.isEmpty())
        return askForCode(request);
    const auto device = m.devices.pending(code);
    if (!device)
        return askForCode(request, m.pages.text(u"device.wrong"_s, request));
    requireStanding(*device);
    if (const auto user = m.browsers.user(request))
        return askForConsent(request, *device, *user);
    return m.signIns.ask(placeOf(request, *device));
}

Reply DevicePage::post(const Call &call)
{
    const Request &request = call.request;
    const OAuthParameters fields = formFields(request);
    const QString form = fields.value(u"form"_s);
    m.pages.requireOwn(form, fields, request);
    if (form == u"user_code"_s) {
        const auto device = m.devices.pending(fields.value(u"user_code"_s));
        if (!device)
            return askForCode(request, m.pages.text(u"device.wrong"_s, request));
        return Pages::goOn(u"/oauth/device?user_code="_s + DeviceAuthorizations::shown(device->userCode));
    }
    if (form == u"cancel"_s)
        return Pages::goOn(u"/oauth/device"_s);
    const auto device = m.devices.pending(request.query.queryItemValue(u"user_code"_s, QUrl::FullyDecoded));
    if (!device)
        return askForCode(request, m.pages.text(u"device.wrong"_s, request));
    if (const auto reply = m.signIns.take(form, fields, placeOf(request, *device)))
        return *reply;
    if (form == u"switch"_s) {
        Reply reply = Pages::goOn(Pages::address("/oauth/device", request));
        reply.headers.append("Set-Cookie", m.browsers.end(request));
        return reply;
    }
    return takeDecision(request, fields, *device);
}

Reply DevicePage::askForCode(const Request &request, const QString &problem) const
{
    return m.pages.show({.name = u"devicecode"_s,
                         .title = m.pages.text(u"device.title"_s, request),
                         .values = {{u"problem"_s, problem}},
                         .forms = {u"user_code"_s},
                         .status = problem.isEmpty() ? 200 : 403},
                        request);
}

SignInPlace DevicePage::placeOf(const Request &request, const DeviceAuthorization &device) const
{
    const App app = appOf(device);
    return {.request = request, .app = app.appId, .appName = app.name};
}

Reply DevicePage::askForConsent(const Request &request, const DeviceAuthorization &device, const BrowserUser &user)
{
    const App app = appOf(device);
    QJsonObject values =
        consentValues(m.pages, request, app, m.accounts.nameOf(app.accountId), user, grantableOf(device, user));
    values.insert(u"user_code"_s, DeviceAuthorizations::shown(device.userCode));
    return m.pages.show({.name = u"consent"_s,
                         .title = m.pages.text(u"device.title"_s, request),
                         .values = values,
                         .forms = {u"consent"_s, u"switch"_s}},
                        request);
}

Reply DevicePage::takeDecision(const Request &request, const OAuthParameters &fields, const DeviceAuthorization &device)
{
    const auto user = m.browsers.user(request);
    if (!user) // the user has signed out in the meantime
        return decide(request);
    const Scopes scopes = grantableOf(device, *user);
    const bool allowed = fields.value(u"decision"_s) == u"allow"_s && scopes;
    Transaction transaction(m.database);
    requireStanding(device);
    if (!m.browsers.stays(request))
        return Pages::goOn(Pages::address("/oauth/device", request));
    if (allowed)
        m.consents.give(user->userId, device.appId, scopes, Origin::of(request));
    const DeviceApprover approver{
        .userId = user->userId, .signedInAt = user->signedInAt, .browserHash = user->tokenHash};
    const bool stored = allowed ? m.devices.approve(device, approver, scopes) : m.devices.deny(device);
    if (!stored)
        return askForCode(request, m.pages.text(u"device.wrong"_s, request));
    transaction.commit();
    return done(request, allowed ? u"device.allowed"_s : u"device.denied"_s);
}

Reply DevicePage::done(const Request &request, const QString &kind) const
{
    return m.pages.show({.name = u"done"_s,
                         .title = m.pages.text(kind + u".title"_s, request),
                         .values = {{u"message"_s, m.pages.text(kind + u".message"_s, request)}}},
                        request);
}
