// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/logoutpage.h"

#include "server/identity/apps/appaddresses.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/credentials/jose.h"
#include "server/identity/oauth/signingkeys.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
Problem invalidRequest(const QString &detail) { return Problem::badRequest(u"invalid_request"_s, detail); }
}

Reply LogoutPage::get(const Call &call)
{
    const Request &request = call.request;
    const Wish wish = wishOf(request);
    const auto user = m.browsers.user(request);
    if (!user || user->userId.toString() == wish.subject)
        return signOut(request, wish.target, false);
    return m.pages.show({.name = u"logout"_s,
                         .title = m.pages.text(u"logout.title"_s, request),
                         .values = {{u"user_name"_s, user->name}, {u"user_email"_s, user->email}},
                         .forms = {u"logout"_s},
                         .leadsTo = wish.target},
                        request);
}

Reply LogoutPage::post(const Call &call)
{
    const OAuthParameters fields = formFields(call.request);
    const QString form = fields.value(u"form"_s);
    if (form.isEmpty()) // a request of an app; as a GET it carries the cookie
        return Pages::goOn(u"/oauth/logout?"_s
                           + QUrlQuery(QString::fromLatin1(call.request.body)).query(QUrl::FullyEncoded));
    m.pages.requireOwn(form, fields, call.request);
    return signOut(call.request, wishOf(call.request).target, true);
}

LogoutPage::Wish LogoutPage::wishOf(const Request &request)
{
    const OAuthParameters parameters(request.query);
    const QJsonObject claims = claimsOf(parameters.value(u"id_token_hint"_s));
    Wish wish;
    wish.subject = claims.value("sub"_L1).toString();
    const QString audience = claims.value("aud"_L1).toString();
    const QString client = parameters.has(u"client_id"_s) ? parameters.value(u"client_id"_s) : audience;
    if (!audience.isEmpty() && client != audience)
        throw invalidRequest(u"The ID token was issued to another app."_s);
    const QString target = parameters.value(u"post_logout_redirect_uri"_s);
    if (target.isEmpty())
        return wish;
    const auto id = AppId::parse(client);
    const auto app = id ? m.apps.find(*id) : std::nullopt;
    if (!app || !isRegisteredRedirect(app->redirectUris, target))
        throw Problem::badRequest(u"redirect_uri_mismatch"_s, u"The app has not registered this address."_s);
    wish.target = QUrl(target, QUrl::StrictMode);
    if (parameters.has(u"state"_s)) {
        QUrlQuery query(wish.target);
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(parameters.value(u"state"_s))));
        wish.target.setQuery(query);
    }
    return wish;
}

/// Returns the claims of an ID token of this server, which may have expired (RP-Initiated Logout 1.0, 4). Returns an
/// empty object without a token.
/// Throws: Problem 400 for another token.
QJsonObject LogoutPage::claimsOf(const QString &idToken)
{
    if (idToken.isEmpty())
        return {};
    const QJsonObject header = QJsonDocument::fromJson(QByteArray::fromBase64(idToken.section(u'.', 0, 0).toLatin1(),
                                                                              QByteArray::Base64UrlEncoding))
                                   .object();
    const QJsonObject published = m.keys.published();
    for (const QJsonValue &key : published.value("keys"_L1).toArray()) {
        if (header.value("alg"_L1) != "ES256"_L1 || key["kid"_L1] != header.value("kid"_L1))
            continue;
        const auto payload = Jose::verify(idToken.toLatin1(), key.toObject());
        const QJsonObject claims = payload ? QJsonDocument::fromJson(*payload).object() : QJsonObject();
        if (claims.value("iss"_L1) == m.issuer)
            return claims;
    }
    throw invalidRequest(u"The ID token is not of this server."_s);
}

Reply LogoutPage::signOut(const Request &request, const QUrl &target, bool afterForm)
{
    const auto user = m.browsers.user(request);
    Transaction transaction(m.database);
    const QByteArray cookie = m.browsers.end(request);
    if (user)
        m_audit.record({.origin = Origin::of(request)},
                       {.action = AuditEntry::Action::SignedOut,
                        .accountId = user->accountId,
                        .actorUserId = user->userId,
                        .detail = {{u"browser"_s, true}}});
    transaction.commit();
    Reply reply = target.isEmpty()
        ? m.pages.show({.name = u"done"_s,
                        .title = m.pages.text(u"logout.done.title"_s, request),
                        .values = {{u"message"_s, m.pages.text(u"logout.done.message"_s, request)}}},
                       request)
        : m.pages.leave(target, afterForm, request);
    reply.headers.append("Set-Cookie", cookie);
    return reply;
}
