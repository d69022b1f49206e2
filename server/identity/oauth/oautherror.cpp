// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/oautherror.h"

#include "server/core/http/message.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

bool isOAuths(const QString &code)
{
    static const QStringList known{u"invalid_request"_s,        u"invalid_client"_s,         u"invalid_grant"_s,
                                   u"unauthorized_client"_s,    u"unsupported_grant_type"_s, u"invalid_scope"_s,
                                   u"unsupported_token_type"_s, u"authorization_pending"_s,  u"slow_down"_s,
                                   u"access_denied"_s,          u"expired_token"_s};
    return known.contains(code);
}

/// Returns whether the answer has the problem's status, and not 400 (RFC 6749, 5.2). These statuses tell what a client
/// should do next, whatever the `error` is.
bool keepsStatus(const Problem &problem, const QString &error)
{
    return error == u"invalid_client"_s || problem.status == 405 || problem.status == 408 || problem.status == 429
        || problem.status >= 500;
}

QString errorFor(const Problem &problem)
{
    if (isOAuths(problem.code))
        return problem.code;
    if (problem.code.startsWith(u"app_"_s))
        return u"unauthorized_client"_s;
    if (problem.code == u"account_inactive"_s || problem.code == u"invalid_refresh_token"_s)
        return u"invalid_grant"_s;
    return problem.status >= 500 ? u"server_error"_s : u"invalid_request"_s;
}
}

Problem OAuthError::invalidRequest(const QString &detail) { return {400, u"invalid_request"_s, detail}; }

Problem OAuthError::invalidClient(bool byBasic, const QString &detail)
{
    Problem problem(401, u"invalid_client"_s, detail);
    if (byBasic)
        problem.headers.append("WWW-Authenticate", "Basic realm=\"app\", charset=\"UTF-8\"");
    return problem;
}

Problem OAuthError::invalidGrant(const QString &detail) { return {400, u"invalid_grant"_s, detail}; }

Problem OAuthError::invalidScope(const QString &detail) { return {400, u"invalid_scope"_s, detail}; }

Reply OAuthError::reply(const Problem &problem, const Request &request)
{
    const QString error = errorFor(problem);
    QJsonObject json{{u"error"_s, error},
                     {u"error_description"_s, problem.detail},
                     {u"request_id"_s, QString::fromLatin1(request.id)}};
    if (error != problem.code)
        json.insert(u"reason"_s, problem.code);
    Reply reply = Reply::json(QJsonDocument(json).toJson(QJsonDocument::Compact),
                              keepsStatus(problem, error) ? problem.status : 400);
    reply.headers = problem.headers;
    reply.headers.set("Cache-Control", "no-store");
    return reply;
}
