// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/signinforms.h"

#include "server/identity/accounts/accountservice.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
SignInPlace withAddress(SignInPlace place, const QString &address)
{
    place.address = address;
    return place;
}
}

KeyAnswer keyAnswer(const OAuthParameters &fields)
{
    const auto bytes = [&fields](const QString &name) {
        return QByteArray::fromBase64(fields.value(name).toLatin1(), QByteArray::Base64UrlEncoding);
    };
    return {.credentialId = bytes(u"credential_id"_s),
            .clientData = bytes(u"client_data"_s),
            .authenticatorData = bytes(u"authenticator_data"_s),
            .signature = bytes(u"signature"_s),
            .userHandle = bytes(u"user_handle"_s)};
}

Reply SignInForms::ask(const SignInPlace &place) const
{
    const auto waiting = m.browsers.waiting(place.request);
    return waiting ? showSecondStep(place, *waiting) : showSignIn(place);
}

std::optional<Reply> SignInForms::take(const QString &form, const OAuthParameters &fields,
                                       const SignInPlace &place) const
{
    const Request &request = place.request;
    if (form == u"sign_in"_s)
        return takePassword(fields, place);
    if (form == KeyForms::signIn)
        return takePasskey(fields, place);
    if (form == u"second_factor"_s)
        return takeSecondStep(
            place, [&] { return m.browsers.finish(request, fields.value(u"code"_s)); },
            [&] { m.browsers.noteWrongCode(request); }, u"second.wrong"_s);
    if (form == KeyForms::secondStep)
        return takeSecondStep(
            place, [&] { return m.browsers.finishByKey(request, keyAnswer(fields)); },
            [&] { m.browsers.noteWrongSecondKey(request); }, u"key.wrong"_s);
    return std::nullopt;
}

Reply SignInForms::showSignIn(const SignInPlace &place, const QString &problem, int status) const
{
    const Request &request = place.request;
    const QString notice = request.query.queryItemValue(u"notice"_s);
    const bool changed = notice == u"password_changed"_s;
    const QString fromElsewhere = u"signin.elsewhere."_s + notice; // result of a sign-in with an external provider
    const bool failed = problem.isEmpty() && m.pages.renderer().hasText(fromElsewhere, Pages::language(request));
    QJsonArray providers;
    for (const SignInButton &button : place.providers) {
        providers += QJsonObject{
            {u"href"_s, Pages::address("/oauth/federated/" + button.provider.toLatin1(), request)},
            {u"label"_s, m.pages.text(u"signin.with"_s, request).arg(button.title)},
        };
    }
    const RelyingParty &party = m.factors.party();
    return m.pages.show({.name = u"signin"_s,
                         .title = m.pages.text(u"signin.title"_s, request),
                         .values = {{u"app"_s, place.appName},
                                    {u"email"_s, place.address},
                                    {u"problem"_s, failed ? m.pages.text(fromElsewhere, request) : problem},
                                    {u"notice"_s, changed ? m.pages.text(u"signin.changed"_s, request) : QString()},
                                    {u"reset"_s, Pages::address("/oauth/password-reset", request)},
                                    {u"rp_id"_s, party.id()},
                                    {u"has_providers"_s, !providers.isEmpty()},
                                    {u"providers"_s, providers}},
                         .forms = {u"sign_in"_s, u"cancel"_s, KeyForms::signIn},
                         .keyForm = party.isAvailable() ? KeyForms::signIn : QString(),
                         .leadsTo = place.leadsTo,
                         .status = status},
                        request);
}

Reply SignInForms::takePassword(const OAuthParameters &fields, const SignInPlace &place) const
{
    LocalLogin login;
    login.name = fields.value(u"email"_s);
    login.password = fields.value(u"password"_s);
    const SignInPlace again = withAddress(place, login.name);
    try {
        const Caller browser{.appId = place.app, .origin = Origin::of(place.request)};
        const ProvenPassword password = m.accounts.prove(browser, login);
        const User &user = password.user;
        Transaction transaction(m.database);
        m.accounts.requireStill(password);
        const auto step = m.browsers.begin(user, place.request, BrowserSessions::queryOf(place.request));
        if (step.user)
            m.accounts.noteDevice(user, browser.appId, browser.origin);
        transaction.commit();
        return step.reply;
    } catch (const Problem &problem) {
        if (problem.status == 429)
            return showSignIn(again, m.pages.waitText(problem, place.request), 429);
        const bool inactive = problem.code == u"account_inactive"_s;
        if (problem.code != u"wrong_login"_s && !inactive)
            throw;
        return showSignIn(again, m.pages.text(inactive ? u"signin.inactive"_s : u"signin.wrong"_s, place.request), 403);
    }
}

Reply SignInForms::takePasskey(const OAuthParameters &fields, const SignInPlace &place) const
{
    const Request &request = place.request;
    const KeyAnswer answer = keyAnswer(fields);
    try {
        Transaction transaction(m.database);
        const auto step = m.browsers.signInByKey(request, answer);
        if (step)
            m.accounts.noteDevice(*step->user, place.app, Origin::of(request));
        transaction.commit(); // also to count a refusal
        if (step)
            return step->reply;
    } catch (const Problem &problem) {
        if (problem.status == 429)
            return showSignIn(place, m.pages.waitText(problem, request), 429);
        if (problem.code != u"account_inactive"_s)
            throw;
        return showSignIn(place, m.pages.text(u"signin.inactive"_s, request), 403);
    }
    m.browsers.noteWrongKey(request, answer);
    return showSignIn(place, m.pages.text(u"key.wrong"_s, request), 403);
}

Reply SignInForms::showSecondStep(const SignInPlace &place, const User &user, const QString &problem, int status) const
{
    QStringList keys;
    for (const SecurityKeyRow &key : m.factors.keys(user.userId))
        keys += key.credentialId;
    const RelyingParty &party = m.factors.party();
    const bool byKey = !keys.isEmpty() && party.isAvailable();
    const bool byApp = m.factors.enabledAt(user.userId).isValid();
    return m.pages.show({.name = u"secondfactor"_s,
                         .title = m.pages.text(byApp ? u"second.title"_s : u"key.title"_s, place.request),
                         .values = {{u"user_email"_s, user.email.isEmpty() ? user.name : user.email},
                                    {u"by_key"_s, byKey},
                                    {u"by_app"_s, byApp},
                                    {u"rp_id"_s, party.id()},
                                    {u"keys"_s, keys.join(u' ')},
                                    {u"problem"_s, problem}},
                         .forms = {u"second_factor"_s, u"switch"_s, KeyForms::secondStep},
                         .keyForm = byKey ? KeyForms::secondStep : QString(),
                         .leadsTo = place.leadsTo,
                         .status = status},
                        place.request);
}

Reply SignInForms::takeSecondStep(const SignInPlace &place, const Taking &taking,
                                  const std::function<void()> &noteWrong, const QString &wrong) const
{
    const Request &request = place.request;
    const auto user = m.browsers.waiting(request);
    if (!user) // it has expired, or its attempts are used up
        return showSignIn(place, m.pages.text(u"second.expired"_s, request), 403);
    try {
        Transaction transaction(m.database);
        const auto step = taking();
        if (step)
            m.accounts.noteDevice(*user, place.app, Origin::of(request));
        transaction.commit(); // also to count a wrong code
        if (step)
            return step->reply;
    } catch (const Problem &problem) {
        if (problem.status == 429)
            return showSecondStep(place, *user, m.pages.waitText(problem, request), 429);
        if (problem.code != u"invalid_challenge"_s)
            throw;
        return showSignIn(withAddress(place, user->email), m.pages.text(u"second.expired"_s, request), 403);
    }
    noteWrong();
    return showSecondStep(place, *user, m.pages.text(wrong, request), 403);
}
