// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/authorizepage.h"

#include "models/core/times.h"
#include "server/core/http/call.h"
#include "server/identity/access/standing.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/consentvalues.h"

using namespace Qt::StringLiterals;

namespace {

/// Returns whether the user must sign in: nobody is signed in, another user is, or the sign-in is too old.
bool needsSignIn(const AuthorizationRequest &asked, const std::optional<BrowserUser> &user, bool justSignedIn)
{
    if (!user)
        return true;
    if (justSignedIn)
        return false;
    const bool somebodyElse =
        asked.loginHint.contains(u'@') && asked.loginHint.compare(user->email, Qt::CaseInsensitive) != 0;
    const bool tooLongAgo = asked.maxAge && user->signedInAt.secsTo(Times::now()) >= asked.maxAge->count();
    return somebodyElse || tooLongAgo || asked.wantsPrompt(u"login"_s) || asked.wantsPrompt(u"select_account"_s);
}
}

Reply AuthorizePage::get(const Call &call)
{
    // A sign-in for a device comes back here.
    if (call.request.query.hasQueryItem(u"user_code"_s) && !call.request.query.hasQueryItem(u"client_id"_s))
        return Pages::goOn(Pages::address("/oauth/device", call.request));
    return visit(call.request, [this](const Visit &visit) { return decide(visit); });
}

Reply AuthorizePage::post(const Call &call)
{
    const OAuthParameters fields = formFields(call.request);
    const QString form = fields.value(u"form"_s);
    if (form.isEmpty()) // a request of an app; as a GET it carries the cookie, which is not sent with forms of other
                        // sites
        return Pages::goOn(u"/oauth/authorize?"_s
                           + QUrlQuery(QString::fromLatin1(call.request.body)).query(QUrl::FullyEncoded));
    m.pages.requireOwn(form, fields, call.request);
    return visit(call.request, [&](const Visit &visit) { return takeForm(form, fields, visit); });
}

Reply AuthorizePage::visit(const Request &request, const std::function<Reply(const Visit &)> &next)
{
    Visit visit{.request = request,
                .asked = AuthorizationRequest::read(BrowserSessions::queryOf(request), m.apps, m.quotas)};
    visit.user = m.browsers.user(request);
    visit.justSignedIn = visit.user && m.browsers.hasJustBegun(request, *visit.user);
    visit.afterForm = request.method == Method::Post || visit.justSignedIn;
    if (!visit.asked.error.isEmpty())
        return refuse(visit, visit.asked.error, visit.asked.errorDescription);
    if (visit.user)
        visit.scopes = visit.asked.scopes & (grantableBy(visit.user->role) | identityScopes());
    return next(visit);
}

Reply AuthorizePage::takeForm(const QString &form, const OAuthParameters &fields, const Visit &visit)
{
    if (const auto reply = m.signIns.take(form, fields, placeOf(visit)))
        return *reply;
    if (form == u"cancel"_s)
        return refuse(visit, u"access_denied"_s, u"The user did not sign in."_s);
    if (form == u"switch"_s)
        return switchUser(visit);
    if (form == u"consent"_s && visit.user)
        return takeDecision(fields, visit);
    return decide(visit); // the user has signed out in the meantime
}

Reply AuthorizePage::decide(const Visit &visit)
{
    const bool silent = visit.asked.wantsPrompt(u"none"_s);
    if (needsSignIn(visit.asked, visit.user, visit.justSignedIn)) {
        if (silent)
            return refuse(visit, u"login_required"_s, u"No user is signed in."_s);
        return m.signIns.ask(placeOf(visit));
    }
    if (!visit.scopes)
        return refuse(visit, u"access_denied"_s, u"The user cannot grant any of the requested scopes."_s);
    if (needsConsent(visit))
        return silent ? refuse(visit, u"consent_required"_s, u"The user must be asked for consent."_s)
                      : showConsent(visit);
    Transaction transaction(m.database);
    requireStanding(m.database, visit.asked.app.appId); // it may have been deactivated since the page was shown
    if (!m.browsers.stays(visit.request))
        return Pages::goOn(Pages::address("/oauth/authorize", visit.request));
    Reply reply = grant(visit);
    transaction.commit();
    return reply;
}

SignInPlace AuthorizePage::placeOf(const Visit &visit) const
{
    return {.request = visit.request,
            .app = visit.asked.app.appId,
            .appName = visit.asked.app.name,
            .address = visit.asked.loginHint,
            .leadsTo = visit.asked.redirectUri,
            .providers = m.providers};
}

Reply AuthorizePage::switchUser(const Visit &visit)
{
    Reply reply = Pages::goOn(Pages::address("/oauth/authorize", visit.request));
    reply.headers.append("Set-Cookie", m.browsers.end(visit.request));
    return reply;
}

Reply AuthorizePage::showConsent(const Visit &visit) const
{
    const Request &request = visit.request;
    const AuthorizationRequest &asked = visit.asked;
    QJsonObject values =
        consentValues(m.pages, request, asked.app, m.accounts.nameOf(asked.app.accountId), *visit.user, visit.scopes);
    const bool web = leadsToWeb(asked.redirectUri);
    const bool site = web && asked.redirectUri.scheme() == u"https"_s;
    values.insert(u"target"_s, targetName(asked.redirectUri));
    values.insert(u"to_site"_s, site);
    values.insert(u"to_device"_s, web && !site);
    values.insert(u"to_app"_s, !web);
    return m.pages.show({.name = u"consent"_s,
                         .title = m.pages.text(u"consent.page"_s, request),
                         .values = values,
                         .forms = {u"consent"_s, u"switch"_s},
                         .leadsTo = asked.redirectUri},
                        request);
}

bool AuthorizePage::needsConsent(const Visit &visit)
{
    if (visit.asked.wantsPrompt(u"consent"_s)
        || !m.consents.covers(visit.user->userId, visit.asked.app.appId, visit.scopes))
        return true;
    // Another program on the device may have taken over an address that does not belong to a web site. No code is sent
    // there unless the user is present (OAuth 2.1, 7.2; RFC 8252, 8.6).
    return visit.asked.redirectUri.scheme() != u"https"_s && !visit.justSignedIn;
}

Reply AuthorizePage::takeDecision(const OAuthParameters &fields, const Visit &visit)
{
    if (fields.value(u"decision"_s) != u"allow"_s)
        return refuse(visit, u"access_denied"_s, u"The user denied access."_s);
    Transaction transaction(m.database);
    requireStanding(m.database, visit.asked.app.appId);
    if (!m.browsers.stays(visit.request))
        return Pages::goOn(Pages::address("/oauth/authorize", visit.request));
    m.consents.give(visit.user->userId, visit.asked.app.appId, visit.scopes, Origin::of(visit.request));
    Reply reply = grant(visit);
    transaction.commit();
    return reply;
}

Reply AuthorizePage::grant(const Visit &visit)
{
    const QString code = m.codes.issue(visit.asked, *visit.user, visit.scopes);
    return m.pages.leave(visit.asked.answer({{u"code"_s, code}}, m.issuer), visit.afterForm, visit.request);
}

Reply AuthorizePage::refuse(const Visit &visit, const QString &error, const QString &description) const
{
    return m.pages.leave(visit.asked.answerError(error, description, m.issuer), visit.afterForm, visit.request);
}
