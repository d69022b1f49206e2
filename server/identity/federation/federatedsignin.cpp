// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/federatedsignin.h"

#include "server/core/http/call.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/oauth/authorizationrequest.h"
#include "server/identity/oauth/browsersessions.h"

#include <QLoggingCategory>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.federation", QtInfoMsg)

constexpr qsizetype longestQuery = 2400; // sealed, the query must fit a cookie of 4 kB

QString parameter(const Request &request, const QString &name)
{
    return request.query.queryItemValue(name, QUrl::FullyDecoded);
}

Problem refused(const QString &detail) { return ProviderCalls::refused(detail); }

Problem cancelled() { return Problem::unauthorized(u"provider_cancelled"_s, u"The user has cancelled the sign-in."_s); }

/// Returns the notice that the sign-in page shows for a problem, or an empty text.
QString noticeOf(const Problem &problem)
{
    static const QHash<QString, QString> notices{
        {u"provider_cancelled"_s, u"provider_cancelled"_s}, {u"identity_refused"_s, u"provider_refused"_s},
        {u"provider_failed"_s, u"provider_failed"_s},       {u"provider_unreachable"_s, u"provider_failed"_s},
        {u"account_inactive"_s, u"account_inactive"_s},     {u"link_required"_s, u"link_required"_s}};
    return notices.value(problem.code);
}

/// Sends the browser back to the sign-in page, with a notice.
Reply backWith(const QString &notice, QUrlQuery query)
{
    if (!notice.isEmpty())
        query.addQueryItem(u"notice"_s, notice);
    Reply reply;
    reply.status = 303;
    reply.headers.append("Location", "/oauth/authorize?" + query.query(QUrl::FullyEncoded).toLatin1());
    return reply;
}

/// The answer is for this browser only and must not be cached.
Reply closed(Reply reply)
{
    reply.headers.set("Cache-Control", "no-store");
    reply.headers.set("Referrer-Policy", "no-referrer");
    return reply;
}

/// Throws for an error of RFC 6749, 4.1.2.1. Errors come through the browser, so they may contain any text.
void requireNoError(const QString &provider, const QString &error)
{
    if (error.isEmpty())
        return;
    if (error == u"access_denied"_s)
        throw cancelled();
    static const QRegularExpression word(u"^[a-z_]{1,40}$"_s);
    qCWarning(log, "Identity provider %s returned the error %s", qUtf8Printable(provider),
              word.match(error).hasMatch() ? qUtf8Printable(error) : "(not shown)");
    throw refused(u"The provider has refused the sign-in."_s);
}
}

QString FederatedSignIn::callbackOf(const QString &provider) const
{
    QUrl url = m.publicUrl;
    url.setPath(u"/oauth/federated/%1/callback"_s.arg(provider));
    return url.toString(QUrl::FullyEncoded);
}

Reply FederatedSignIn::begin(const Call &call)
{
    const IdentityProvider &provider = m.federation.provider(call.arg(u"provider"));
    const QUrlQuery query = BrowserSessions::queryOf(call.request);
    const auto asked = AuthorizationRequest::read(query, m.apps, m.quotas);
    if (!asked.error.isEmpty()) // `/oauth/authorize` reports the error to the app
        return closed(backWith({}, query));
    const QString text = query.query(QUrl::FullyEncoded);
    if (text.size() > longestQuery)
        throw Problem::badRequest(u"request_too_long"_s, u"The request is too long to be stored during the sign-in."_s);
    SignInTicket ticket = SignInTicket::make(provider.id, text);
    ticket.start.redirectUri = callbackOf(provider.id);
    ticket.start.loginHint = asked.loginHint;
    ticket.start.askAgain = asked.wantsPrompt(u"login"_s);
    try {
        Reply reply;
        reply.status = 303;
        reply.headers.append("Location", m.federation.source(provider)->authorizationUrl(ticket.start).toEncoded());
        reply.headers.append("Set-Cookie", ticket.cookie(m.key, secure()));
        return closed(reply);
    } catch (const Problem &problem) {
        const QString notice = noticeOf(problem);
        return notice.isEmpty() ? throw : closed(backWith(notice, query));
    }
}

Reply FederatedSignIn::finish(const Call &call)
{
    const QString provider = call.arg(u"provider");
    const auto ticket = SignInTicket::of(call.request, parameter(call.request, u"state"_s), m.key, secure());
    if (!ticket || ticket->provider != provider)
        throw Problem::forbidden(u"form_out_of_date"_s,
                                 u"The sign-in was not started in this browser, or it has expired."_s);
    Reply reply;
    try {
        reply = admit(call.request, *ticket);
    } catch (const Problem &problem) {
        const QString notice = noticeOf(problem);
        if (notice.isEmpty())
            throw;
        reply = backWith(notice, QUrlQuery(ticket->query));
    }
    reply.headers.append("Set-Cookie", ticket->endedCookie(secure()));
    return closed(reply);
}

Reply FederatedSignIn::admit(const Request &request, const SignInTicket &ticket)
{
    const IdentityProvider &provider = m.federation.provider(ticket.provider);
    const auto source = m.federation.source(provider);
    // The issuer is checked first, because an error may also come from another provider.
    const QString issuer = parameter(request, u"iss"_s);
    if (issuer.isEmpty() ? source->namesIssuer() : issuer != provider.issuer)
        throw refused(u"The response comes from another provider."_s);
    requireNoError(provider.id, parameter(request, u"error"_s));
    ProviderProof proof;
    proof.code = parameter(request, u"code"_s);
    proof.codeVerifier = ticket.start.codeVerifier;
    proof.nonce = ticket.start.nonce;
    proof.redirectUri = callbackOf(provider.id);
    if (proof.code.isEmpty())
        throw source->cancelsInSilence() ? cancelled() : refused(u"The provider has not sent a code."_s);

    const QUrlQuery query(ticket.query);
    const auto asked = AuthorizationRequest::read(query, m.apps, m.quotas);
    const Caller app{.appId = asked.app.appId, .firstParty = asked.app.firstParty, .origin = Origin::of(request)};
    const FederatedPerson person = m.federation.person(app, provider, proof);
    return m.federation.admit(app, provider, person, [&](const User &user) {
        return m.browsers.begin(user, request, query, provider.id).reply;
    });
}
