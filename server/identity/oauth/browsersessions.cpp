// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/browsersessions.h"

#include "models/core/times.h"
#include "server/identity/credentials/secrets.h"

using namespace Qt::StringLiterals;

namespace {
const QString markParameter = u"signed_in"_s;
constexpr char markPurpose[] = "signed in";
}

std::optional<BrowserUser> BrowserSessions::user(const Request &request)
{
    const QString secret = m_cookie.secret(request);
    return secret.isEmpty() ? std::nullopt : m_store.find(Secrets::hashOf(secret), Times::now());
}

Reply BrowserSessions::begin(UserId user, const Request &request, const QUrlQuery &authorizeQuery, QJsonObject detail)
{
    end(request);
    detail.insert(u"browser"_s, true);
    const QDateTime now = Times::now();
    const QString secret = BrowserCookie::newSecret();
    const QString hash = Secrets::hashOf(secret);
    m_store.insert(hash, user, now, now.addSecs(m_life.count()));
    if (const auto signedIn = m_store.find(hash, now))
        m_audit.record({.origin = Origin::of(request)},
                       {.action = AuditEntry::Action::SignIn,
                        .accountId = signedIn->accountId,
                        .actorUserId = user,
                        .detail = detail});

    QUrlQuery marked = authorizeQuery;
    marked.removeAllQueryItems(markParameter);
    const QByteArray mark = m_csrf.token(markPurpose, secret, marked);
    marked.addQueryItem(markParameter, QString::fromLatin1(mark));
    Reply reply;
    reply.status = 303; // See Other: the browser must not repeat the POST
    reply.headers.append("Location", "/oauth/authorize?" + marked.query(QUrl::FullyEncoded).toLatin1());
    reply.headers.append("Set-Cookie", m_cookie.set(secret, m_life));
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

bool BrowserSessions::hasJustBegun(const Request &request) const
{
    return m_csrf.matches(markPurpose, m_cookie.secret(request), queryOf(request),
                          request.query.queryItemValue(markParameter).toLatin1());
}

QByteArray BrowserSessions::end(const Request &request)
{
    if (const QString secret = m_cookie.secret(request); !secret.isEmpty())
        m_store.remove(Secrets::hashOf(secret));
    return m_cookie.set(BrowserCookie::newSecret());
}

QUrlQuery BrowserSessions::queryOf(const Request &request)
{
    QUrlQuery query = request.query;
    query.removeAllQueryItems(markParameter);
    query.removeAllQueryItems(u"notice"_s);
    return query;
}
