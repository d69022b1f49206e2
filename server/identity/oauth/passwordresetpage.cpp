// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/passwordresetpage.h"

#include "server/identity/accounts/accountservice.h"
#include "server/identity/credentials/password.h"
#include "server/identity/oauth/pages.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/// The user's input, and what is wrong with it.
struct PasswordResetPage::Attempt
{
    QString address;
    QString code = {};
    QString password = {};
    QString problem = {};
    QJsonArray advice = {};
    bool wrongCode = false;
};

Reply PasswordResetPage::get(const Call &call) const
{
    return askForAddress(call.request, call.query(u"login_hint"_s), {});
}

Reply PasswordResetPage::post(const Call &call)
{
    const OAuthParameters fields = formFields(call.request);
    const QString form = fields.value(u"form"_s);
    const QString address = fields.value(u"email"_s).trimmed();
    m_pages.requireOwn(form, fields, call.request);
    if (form == u"request_code"_s)
        return sendCode(call.request, address);
    if (form == u"set_password"_s)
        return setPassword(call.request,
                           {.address = address,
                            .code = fields.value(u"code"_s).remove(u' '),
                            .password = fields.value(u"new_password"_s)});
    throw Problem::badRequest(u"unknown_form"_s, u"The page has no such form."_s);
}

Reply PasswordResetPage::askForAddress(const Request &request, const QString &address, const QString &problem) const
{
    return m_pages.show({.name = u"resetrequest"_s,
                         .title = m_pages.text(u"reset.title"_s, request),
                         .values = {{u"email"_s, address},
                                    {u"problem"_s, problem},
                                    {u"back"_s, Pages::address("/oauth/authorize", request)}},
                         .forms = {u"request_code"_s}},
                        request);
}

Reply PasswordResetPage::askForCode(const Request &request, const Attempt &attempt) const
{
    return m_pages.show({.name = u"resetcode"_s,
                         .title = m_pages.text(u"reset.title"_s, request),
                         .values = {{u"email"_s, attempt.address},
                                    {u"given_code"_s, attempt.wrongCode ? QString() : attempt.code},
                                    {u"problem"_s, attempt.problem},
                                    {u"wrong_code"_s, attempt.wrongCode},
                                    {u"weak"_s, !attempt.advice.isEmpty()},
                                    {u"has_advice"_s, !attempt.advice.isEmpty()},
                                    {u"advice"_s, attempt.advice},
                                    {u"reset"_s, Pages::address("/oauth/password-reset", request)}},
                         .forms = {u"set_password"_s}},
                        request);
}

/// Shows the next page whether or not an account with this address exists.
Reply PasswordResetPage::sendCode(const Request &request, const QString &address)
{
    FieldErrors errors;
    const auto wanted = fromJson<CodeRequest>({{u"address"_s, address}, {u"purpose"_s, u"forgot_password"_s}}, errors);
    if (!errors.isEmpty())
        return askForAddress(request, address, m_pages.text(u"reset.no_address"_s, request));
    try {
        m_accounts.sendCode(wanted);
    } catch (const Problem &problem) {
        if (problem.status != 429)
            throw;
        return askForAddress(request, address, m_pages.waitText(problem, request));
    }
    return askForCode(request, {.address = address});
}

Reply PasswordResetPage::setPassword(const Request &request, Attempt attempt)
{
    // Checked before the code, which can be used only once.
    if (!isStrong(request, attempt))
        return askForCode(request, attempt);
    try {
        CodeCheck check;
        check.address = attempt.address;
        check.purpose = CodeRequest::Purpose::ForgotPassword;
        check.code = attempt.code;
        ForgottenPassword reset;
        reset.verificationToken = m_accounts.checkCode({.origin = Origin::of(request)}, check).verificationToken;
        reset.newPassword = attempt.password;
        m_accounts.resetPassword({.origin = Origin::of(request)}, reset);
    } catch (const Problem &problem) {
        if (problem.status != 422 && problem.status != 429)
            throw;
        attempt.wrongCode = true;
        attempt.problem =
            problem.status == 429 ? m_pages.waitText(problem, request) : m_pages.text(u"reset.wrong_code"_s, request);
        return askForCode(request, attempt);
    }
    return m_pages.goOn(Pages::address("/oauth/authorize", request, {{u"notice"_s, u"password_changed"_s}}));
}

bool PasswordResetPage::isStrong(const Request &request, Attempt &attempt) const
{
    const auto estimate = Password::strength(attempt.password, {attempt.address, attempt.address.section(u'@', 0, 0)});
    if (estimate.strength >= PasswordStrength::Level::Strong && attempt.password.size() <= 1000)
        return true;
    attempt.problem = m_pages.text(u"reset.weak"_s, request);
    for (const QString &advice : estimate.feedback)
        attempt.advice += QJsonObject{{u"text"_s, m_pages.text(u"weak."_s + advice, request)}};
    return false;
}
