// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/authorizepage.h"

#include "models/core/times.h"
#include "server/core/http/call.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/oauth/authorizationcodes.h"
#include "server/identity/oauth/consents.h"
#include "server/identity/oauth/consentvalues.h"

#include <QJsonArray>

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
    Visit visit{.request = request, .asked = AuthorizationRequest::read(BrowserSessions::queryOf(request), m.apps)};
    visit.afterForm = request.method == Method::Post || m.browsers.hasJustBegun(request);
    if (!visit.asked.error.isEmpty())
        return refuse(visit, visit.asked.error, visit.asked.errorDescription);
    visit.user = m.browsers.user(request);
    visit.justSignedIn = visit.user && m.browsers.hasJustBegun(request);
    if (visit.user)
        visit.scopes = visit.asked.scopes & (grantableBy(visit.user->role) | identityScopes());
    return next(visit);
}

Reply AuthorizePage::takeForm(const QString &form, const OAuthParameters &fields, const Visit &visit)
{
    if (form == u"sign_in"_s)
        return signIn(fields, visit);
    if (form == u"second_factor"_s)
        return takeCode(fields, visit);
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
        const auto waiting = m.browsers.waiting(visit.request);
        return waiting ? showSecondStep(visit, *waiting) : showSignIn(visit, visit.asked.loginHint);
    }
    if (!visit.scopes)
        return refuse(visit, u"access_denied"_s, u"The user cannot grant any of the requested scopes."_s);
    if (needsConsent(visit))
        return silent ? refuse(visit, u"consent_required"_s, u"The user must be asked for consent."_s)
                      : showConsent(visit);
    Transaction transaction(m.database);
    if (!m.browsers.stays(visit.request))
        return Pages::goOn(Pages::address("/oauth/authorize", visit.request));
    Reply reply = grant(visit);
    transaction.commit();
    return reply;
}

Reply AuthorizePage::showSignIn(const Visit &visit, const QString &address, const QString &problem, int status) const
{
    const Request &request = visit.request;
    const QString notice = request.query.queryItemValue(u"notice"_s);
    const bool changed = notice == u"password_changed"_s;
    const QString fromElsewhere = u"signin.elsewhere."_s + notice; // result of a sign-in with an external provider
    const bool failed = problem.isEmpty() && m.pages.renderer().hasText(fromElsewhere, Pages::language(request));
    QJsonArray providers;
    for (const SignInButton &button : m.providers) {
        providers += QJsonObject{
            {u"href"_s, Pages::address("/oauth/federated/" + button.provider.toLatin1(), request)},
            {u"label"_s, m.pages.text(u"signin.with"_s, request).arg(button.title)},
        };
    }
    return m.pages.show({.name = u"signin"_s,
                         .title = m.pages.text(u"signin.title"_s, request),
                         .values = {{u"app"_s, visit.asked.app.name},
                                    {u"email"_s, address},
                                    {u"problem"_s, failed ? m.pages.text(fromElsewhere, request) : problem},
                                    {u"notice"_s, changed ? m.pages.text(u"signin.changed"_s, request) : QString()},
                                    {u"reset"_s, Pages::address("/oauth/password-reset", request)},
                                    {u"has_providers"_s, !providers.isEmpty()},
                                    {u"providers"_s, providers}},
                         .forms = {u"sign_in"_s, u"cancel"_s},
                         .leadsTo = visit.asked.redirectUri,
                         .status = status},
                        request);
}

Reply AuthorizePage::signIn(const OAuthParameters &fields, const Visit &visit)
{
    LocalLogin login;
    login.name = fields.value(u"email"_s);
    login.password = fields.value(u"password"_s);
    try {
        const Caller browser{.appId = visit.asked.app.appId, .origin = Origin::of(visit.request)};
        const ProvenPassword password = m.accounts.prove(browser, login);
        const User &user = password.user;
        Transaction transaction(m.database);
        m.accounts.requireStill(password);
        const auto step = m.browsers.begin(user, visit.request, BrowserSessions::queryOf(visit.request));
        if (step.user)
            m.accounts.noteDevice(user, browser.appId, browser.origin);
        transaction.commit();
        return step.reply;
    } catch (const Problem &problem) {
        if (problem.status == 429)
            return showSignIn(visit, login.name, m.pages.waitText(problem, visit.request), 429);
        const bool inactive = problem.code == u"account_inactive"_s;
        if (problem.code != u"wrong_login"_s && !inactive)
            throw;
        return showSignIn(visit, login.name,
                          m.pages.text(inactive ? u"signin.inactive"_s : u"signin.wrong"_s, visit.request), 403);
    }
}

Reply AuthorizePage::showSecondStep(const Visit &visit, const User &user, const QString &problem, int status) const
{
    return m.pages.show(
        {.name = u"secondfactor"_s,
         .title = m.pages.text(u"second.title"_s, visit.request),
         .values = {{u"user_email"_s, user.email.isEmpty() ? user.name : user.email}, {u"problem"_s, problem}},
         .forms = {u"second_factor"_s, u"switch"_s},
         .leadsTo = visit.asked.redirectUri,
         .status = status},
        visit.request);
}

Reply AuthorizePage::takeCode(const OAuthParameters &fields, const Visit &visit)
{
    const auto user = m.browsers.waiting(visit.request);
    if (!user) // it has expired, or its attempts are used up
        return showSignIn(visit, visit.asked.loginHint, m.pages.text(u"second.expired"_s, visit.request), 403);
    try {
        Transaction transaction(m.database);
        const auto step = m.browsers.finish(visit.request, fields.value(u"code"_s));
        if (step)
            m.accounts.noteDevice(*user, visit.asked.app.appId, Origin::of(visit.request));
        transaction.commit(); // also to count a wrong code
        if (step)
            return step->reply;
    } catch (const Problem &problem) {
        if (problem.status == 429)
            return showSecondStep(visit, *user, m.pages.waitText(problem, visit.request), 429);
        if (problem.code != u"invalid_challenge"_s)
            throw;
        return showSignIn(visit, user->email, m.pages.text(u"second.expired"_s, visit.request), 403);
    }
    m.browsers.noteWrongCode(visit.request);
    return showSecondStep(visit, *user, m.pages.text(u"second.wrong"_s, visit.request), 403);
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
    if (!m.browsers.stays(visit.request))
        return Pages::goOn(Pages::address("/oauth/authorize", visit.request));
    m.consents.give(visit.user->userId, visit.asked.app.appId, visit.scopes, Origin::of(visit.request));
    Reply reply = grant(visit);
    transaction.commit();
    return reply;
}

Reply AuthorizePage::grant(const Visit &visit)
{
    const QString code = m.codes.issue(visit.asked, visit.user->userId, visit.scopes, visit.user->signedInAt);
    return m.pages.leave(visit.asked.answer({{u"code"_s, code}}, m.issuer), visit.afterForm, visit.request);
}

Reply AuthorizePage::refuse(const Visit &visit, const QString &error, const QString &description) const
{
    return m.pages.leave(visit.asked.answerError(error, description, m.issuer), visit.afterForm, visit.request);
}
