// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peerproblem.h"

#include "server/core/cluster/peerconnection.h"
#include "server/core/cluster/peerhead.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr const char *headersOfProblems[] = {"Content-Range", "Retry-After"};
/// What a problem says beside its extension members. The router of this server writes these anew.
constexpr QLatin1StringView usualMembers[] = {
    "type"_L1, "title"_L1, "status"_L1, "detail"_L1, "instance"_L1, "code"_L1, "request_id"_L1, "errors"_L1,
};

/// Returns whether a refusal by the other server's router, whose routes for other servers take every request that this
/// version sends.
bool isAboutThisServer(int status, const QString &code)
{
    return status == 405 || status == 421 || code == u"peer_signature_invalid"_s;
}

QList<FieldError> errorsIn(const QJsonObject &problem)
{
    QList<FieldError> errors;
    for (const QJsonValue &error : problem[u"errors"_s].toArray())
        errors += {error[u"pointer"_s].toString(), error[u"code"_s].toString(), error[u"detail"_s].toString()};
    return errors;
}
}

Problem PeerProblem::overloaded()
{
    return Problem::unavailable(u"overloaded"_s, u"The server is overloaded. Try again in a moment."_s, 2s);
}

Problem PeerProblem::of(const PeerHead &head, const QByteArray &body)
{
    const bool isProblem = head.headers.value("Content-Type") == "application/problem+json";
    const QJsonObject json = isProblem ? QJsonDocument::fromJson(body).object() : QJsonObject();
    const QString code = json[u"code"_s].toString();
    if (!head.isSigned)
        return code == overloaded().code ? overloaded() : throw PeerUnreachable("its refusal is not signed");
    if (code.isEmpty() || isAboutThisServer(head.status, code))
        throw PeerUnreachable("it refuses with " + std::to_string(head.status) + ' ' + code.toStdString());
    Problem problem(head.status, code, json[u"detail"_s].toString());
    problem.errors = errorsIn(json);
    problem.members = json;
    for (const QLatin1StringView member : usualMembers)
        problem.members.remove(member);
    for (const char *name : headersOfProblems) {
        if (head.headers.contains(name))
            problem.headers.append(name, head.headers.value(name));
    }
    return problem;
}
