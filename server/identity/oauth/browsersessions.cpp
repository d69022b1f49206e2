// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/browsersessions.h"

#include "models/core/times.h"
#include "server/identity/credentials/secrets.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {
const QString markParameter = u"signed_in"_s;
constexpr qint64 justBegunFor = 60; // seconds
constexpr char markPurpose[] = "signed in";
constexpr char keysPath[] = "/oauth/security-keys";

/// Returns how a sign-in took place, for the audit log.
QJsonObject byProvider(const QString &provider)
{
    QJsonObject detail{{u"browser"_s, true}};
    if (!provider.isEmpty())
        detail.insert(u"provider"_s, provider);
    return detail;
}

const QJsonObject byKey{{u"browser"_s, true}, {u"security_key"_s, true}};
}

std::optional<BrowserUser> BrowserSessions::user(const Request &request)
{
    const QString secret = m_cookie.secret(request);
    return secret.isEmpty() ? std::nullopt : m_store.find(Secrets::hashOf(secret), Times::now());
}

bool BrowserSessions::stays(const Request &request)
{
    return m_store.isThereForShare(Secrets::hashOf(m_cookie.secret(request)));
}

BrowserSessions::Step BrowserSessions::begin(const User &user, const Request &request, const QUrlQuery &authorizeQuery,
                                             const QString &provider)
{
    end(request);
    if (!m_secondSteps.mustAsk(user))
        return {signIn(user, request, authorizeQuery, byProvider(provider)), user};
    const QString secret = BrowserCookie::newSecret();
    m_secondSteps.begin(user, secret, {.provider = provider});
    return {goOn(request, authorizeQuery, m_cookie.set(secret)), std::nullopt};
}

std::optional<User> BrowserSessions::waiting(const Request &request)
{
    return m_secondSteps.waiting(m_cookie.secret(request), {});
}

std::optional<BrowserSessions::Step> BrowserSessions::finish(const Request &request, const QString &code)
{
    const auto passed = m_secondSteps.pass({.origin = Origin::of(request)}, m_cookie.secret(request), code);
    if (!passed)
        return std::nullopt;
    return Step{signIn(passed->user, request, queryOf(request), byProvider(passed->provider)), passed->user};
}

std::optional<BrowserSessions::Step> BrowserSessions::finishByKey(const Request &request, const KeyAnswer &answer)
{
    const auto passed = m_secondSteps.passByKey({.origin = Origin::of(request)}, m_cookie.secret(request), answer);
    if (!passed)
        return std::nullopt;
    QJsonObject detail = byProvider(passed->provider);
    detail.insert(u"security_key"_s, true);
    return Step{signIn(passed->user, request, queryOf(request), detail), passed->user};
}

std::optional<BrowserSessions::Step> BrowserSessions::signInByKey(const Request &request, const KeyAnswer &answer)
{
    const auto user = m_secondSteps.proveByKey({.origin = Origin::of(request)}, m_cookie.secret(request), answer);
    if (!user)
        return std::nullopt;
    end(request);
    return Step{signIn(*user, request, queryOf(request), byKey), user};
}

void BrowserSessions::keep(const Request &request, const BrowserUser &user)
{
    m_store.insert(Secrets::hashOf(m_cookie.secret(request)), user.userId, user.signedInAt,
                   Times::now().addSecs(m_life.count()));
}

void BrowserSessions::noteWrongSecondKey(const Request &request)
{
    m_secondSteps.failed({.origin = Origin::of(request)}, m_cookie.secret(request), u"wrong_key"_s);
}

void BrowserSessions::noteWrongKey(const Request &request, const KeyAnswer &answer)
{
    m_secondSteps.keyFailed({.origin = Origin::of(request)}, answer);
}

void BrowserSessions::noteWrongCode(const Request &request)
{
    m_secondSteps.failed({.origin = Origin::of(request)}, m_cookie.secret(request));
}

Reply BrowserSessions::signIn(const User &user, const Request &request, const QUrlQuery &authorizeQuery,
                              const QJsonObject &detail)
{
    const QDateTime now = Times::now();
    const QString secret = BrowserCookie::newSecret();
    const QString hash = Secrets::hashOf(secret);
    m_store.insert(hash, user.userId, now, now.addSecs(m_life.count()));
    if (const auto signedIn = m_store.find(hash, now))
        m_audit.record({.origin = Origin::of(request)},
                       {.action = AuditEntry::Action::SignIn,
                        .accountId = signedIn->accountId,
                        .actorUserId = user.userId,
                        .detail = detail});

    QUrlQuery marked = authorizeQuery;
    marked.removeAllQueryItems(markParameter);
    const QByteArray mark = m_csrf.token(markPurpose, secret, marked);
    marked.addQueryItem(markParameter, QString::fromLatin1(mark));
    return goOn(request, marked, m_cookie.set(secret, m_life));
}

Reply BrowserSessions::goOn(const Request &request, const QUrlQuery &authorizeQuery, const QByteArray &cookie) const
{
    Reply reply;
    reply.status = 303; // See Other: the browser must not repeat the POST
    const QByteArray path = request.path == keysPath ? keysPath : "/oauth/authorize";
    reply.headers.append("Location", path + '?' + authorizeQuery.query(QUrl::FullyEncoded).toLatin1());
    reply.headers.append("Set-Cookie", cookie);
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

bool BrowserSessions::hasJustBegun(const Request &request, const BrowserUser &user) const
{
    // The clocks of servers differ a little. A time farther in the future means that the clock was set back.
    return std::abs(user.signedInAt.secsTo(Times::now())) < justBegunFor
        && m_csrf.matches(markPurpose, m_cookie.secret(request), queryOf(request),
                          request.query.queryItemValue(markParameter).toLatin1());
}

QByteArray BrowserSessions::end(const Request &request)
{
    if (const QString secret = m_cookie.secret(request); !secret.isEmpty()) {
        m_store.remove(Secrets::hashOf(secret));
        m_secondSteps.end(secret);
    }
    return m_cookie.set(BrowserCookie::newSecret());
}

QUrlQuery BrowserSessions::queryOf(const Request &request)
{
    QUrlQuery query = request.query;
    query.removeAllQueryItems(markParameter);
    query.removeAllQueryItems(u"notice"_s);
    return query;
}
