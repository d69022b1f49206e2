// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/securitykeyspage.h"

#include "models/core/resource.h"
#include "models/core/times.h"
#include "server/core/db/databaseerror.h"
#include "server/core/http/call.h"
#include "server/identity/accounts/securitykeyservice.h"

#include <QJsonArray>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 freshFor = 10 * 60; // seconds

User userOf(const BrowserUser &user)
{
    User found;
    found.userId = user.userId;
    found.accountId = user.accountId;
    found.email = user.email;
    found.name = user.name;
    found.role = user.role;
    return found;
}

Caller callerOf(const Request &request, const BrowserUser &user)
{
    return {.accountId = user.accountId, .userId = user.userId, .origin = Origin::of(request)};
}

/// Returns the name that the form gives, in the form of every text of a client; empty if it is not valid.
QString nameIn(const OAuthParameters &fields)
{
    FieldErrors errors;
    const auto key = fromJson<SecurityKey>({{u"name"_s, fields.value(u"name"_s)}}, errors);
    return errors.isEmpty() ? key.name : QString();
}
}

SignInPlace SecurityKeysPage::placeOf(const Request &request) const
{
    const auto known = m.browsers.user(request);
    return {.request = request, .appName = u"Waymark"_s, .address = known ? known->email : QString()};
}

std::optional<BrowserUser> SecurityKeysPage::freshUser(const Request &request)
{
    const auto user = m.browsers.user(request);
    // The clocks of servers differ a little. A time farther in the future means that the clock was set back.
    return user && std::abs(user->signedInAt.secsTo(Times::now())) < freshFor ? user : std::nullopt;
}

Reply SecurityKeysPage::get(const Call &call)
{
    const Request &request = call.request;
    if (!m.factors.party().isAvailable())
        return m.pages.show({.name = u"done"_s,
                             .title = text(u"keys.title"_s, request),
                             .values = {{u"message"_s, text(u"keys.unavailable"_s, request)}}},
                            request);
    const auto user = freshUser(request);
    return user ? show(request, *user, {}) : m.signIns.ask(placeOf(request));
}

Reply SecurityKeysPage::post(const Call &call)
{
    const Request &request = call.request;
    const OAuthParameters fields = formFields(request);
    const QString form = fields.value(u"form"_s);
    m.pages.requireOwn(form, fields, request);
    if (const auto reply = m.signIns.take(form, fields, placeOf(request)))
        return *reply;
    if (form == u"switch"_s || form == u"cancel"_s) {
        Reply reply = Pages::goOn(Pages::address("/oauth/security-keys", request));
        reply.headers.append("Set-Cookie", m.browsers.end(request));
        return reply;
    }
    const auto user = freshUser(request);
    return user ? takeForm(form, fields, request, *user) : m.signIns.ask(placeOf(request));
}

Reply SecurityKeysPage::takeForm(const QString &form, const OAuthParameters &fields, const Request &request,
                                 const BrowserUser &user)
{
    if (form == KeyForms::add)
        return show(request, user, add(fields, request, user));
    if (form == u"remove_key"_s)
        return show(request, user, remove(fields, request, user));
    if (form == u"recovery_codes"_s)
        return show(request, user, renewCodes(request, user));
    throw Problem::badRequest(u"unknown_form"_s, u"The page has no such form."_s);
}

SecurityKeysPage::News SecurityKeysPage::add(const OAuthParameters &fields, const Request &request,
                                             const BrowserUser &user)
{
    const QString name = nameIn(fields);
    if (name.isEmpty())
        return {.problem = text(u"keys.no_name"_s, request), .status = 422};
    try {
        Transaction transaction(m.database);
        if (!m.browsers.stays(request))
            throw Problem::forbidden(u"form_out_of_date"_s, u"The user has signed out."_s);
        const auto added = m.keys.add(callerOf(request, user), userOf(user), keyAnswer(fields),
                                      m.browsers.cookie().secret(request), name);
        if (added && added->signedOutEverywhere)
            m.browsers.keep(request, user);
        transaction.commit();
        if (added)
            return {.notice = text(u"keys.added"_s, request), .recoveryCodes = added->recoveryCodes};
        return {.problem = text(u"keys.failed"_s, request), .status = 422};
    } catch (const UniqueViolation &) {
        return {.problem = text(u"keys.present"_s, request), .status = 409};
    } catch (const Problem &problem) {
        if (problem.code != u"too_many"_s)
            throw;
        return {.problem = text(u"keys.too_many"_s, request), .status = 422};
    }
}

SecurityKeysPage::News SecurityKeysPage::remove(const OAuthParameters &fields, const Request &request,
                                                const BrowserUser &user)
{
    const auto key = SecurityKeyId::parse(fields.value(u"key"_s));
    Transaction transaction(m.database);
    if (!m.browsers.stays(request))
        throw Problem::forbidden(u"form_out_of_date"_s, u"The user has signed out."_s);
    const bool removed = key && m.keys.remove(callerOf(request, user), userOf(user), *key);
    if (removed)
        m.browsers.keep(request, user);
    transaction.commit();
    return {.notice = text(u"keys.removed"_s, request)};
}

SecurityKeysPage::News SecurityKeysPage::renewCodes(const Request &request, const BrowserUser &user)
{
    Transaction transaction(m.database);
    if (!m.browsers.stays(request))
        throw Problem::forbidden(u"form_out_of_date"_s, u"The user has signed out."_s);
    const QStringList codes = m.keys.renewCodes(callerOf(request, user), userOf(user));
    transaction.commit();
    return {.recoveryCodes = codes};
}

Reply SecurityKeysPage::show(const Request &request, const BrowserUser &user, const News &news)
{
    Transaction transaction(m.database);
    m.factors.prepareKeys(user.userId);
    transaction.commit();
    QJsonArray keys;
    QStringList ids;
    for (const SecurityKeyRow &key : m.factors.keys(user.userId)) {
        keys += QJsonObject{{u"id"_s, key.securityKeyId.toString()},
                            {u"name"_s, key.name},
                            {u"label"_s, text(u"keys.remove_label"_s, request).arg(key.name)},
                            {u"passkey"_s, key.verifiesUser}};
        ids += key.credentialId;
    }
    QJsonArray codes;
    for (const QString &code : news.recoveryCodes)
        codes += QJsonObject{{u"code"_s, code}};
    return m.pages.show({.name = u"securitykeys"_s,
                         .title = text(u"keys.title"_s, request),
                         .values = {{u"user_id"_s, user.userId.toString()},
                                    {u"user_email"_s, user.email.isEmpty() ? user.name : user.email},
                                    {u"rp_id"_s, m.factors.party().id()},
                                    {u"has_keys"_s, !keys.isEmpty()},
                                    {u"has_factor"_s, m.factors.has(user.userId)},
                                    {u"keys"_s, keys},
                                    {u"key_ids"_s, ids.join(u' ')},
                                    {u"has_codes"_s, !codes.isEmpty()},
                                    {u"codes"_s, codes},
                                    {u"problem"_s, news.problem},
                                    {u"notice"_s, news.notice}},
                         .forms = {KeyForms::add, u"remove_key"_s, u"recovery_codes"_s, u"switch"_s},
                         .keyForm = KeyForms::add,
                         .status = news.status},
                        request);
}
