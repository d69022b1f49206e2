// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/openapioperation.h"

#include "server/core/http/router.h"

#include <QJsonArray>

#include <set>

using namespace Qt::StringLiterals;
using Resource::Shape;

namespace {

bool namesAnObject(const Route &route) { return route.path.contains(u"/:"_s); }

bool takesBody(const Route &route) { return route.body || !route.bodyTypes.isEmpty(); }

QJsonObject headerReference(const QString &name) { return {{u"$ref"_s, u"#/components/headers/"_s + name}}; }

QJsonObject successOf(const Route &route, const OpenApiSchemas &schemas)
{
    QJsonObject response{{u"description"_s, QString::fromLatin1(statusText(route.status))}};
    QJsonObject content;
    if (!route.replies.isEmpty()) {
        QJsonArray choices;
        for (const QMetaObject *type : route.replies)
            choices.append(schemas.reference(*type, Shape::Reply));
        content = contentOf(u"application/json"_s, {{u"anyOf"_s, choices}});
    }
    if (route.reply)
        content = contentOf(u"application/json"_s,
                            route.list ? schemas.page(*route.reply) : schemas.reference(*route.reply, Shape::Reply));
    for (const QString &type : route.replyTypes)
        content.insert(type, QJsonObject());
    if (!content.isEmpty())
        response.insert(u"content"_s, content);
    QJsonObject headers;
    // A raw answer may be a stream, which has no tag.
    if (route.reply && (route.status == 200 || route.status == 201) && carriesEntityTag(route))
        headers.insert(u"ETag"_s, headerReference(u"ETag"_s));
    if (route.list)
        headers.insert(u"Link"_s, headerReference(u"Link"_s));
    if (!headers.isEmpty())
        response.insert(u"headers"_s, headers);
    // Every list can be CSV. Not as a second content type: generated clients would take a list for either of the two.
    if (route.list)
        response.insert(u"x-csv"_s, true);
    return response;
}

/// Returns the statuses of refusals. They follow from what the route takes and from who may call it.
std::set<int> refusalsOf(const Route &route)
{
    const Access &access = route.caller;
    std::set<int> statuses{400, 408, 429};
    if (!access.anyone)
        statuses.insert(401);
    if (access.user || access.management || access.app)
        statuses.insert(403);
    if (namesAnObject(route) || takesBody(route) || !route.query.isEmpty())
        statuses.insert(404);
    if (takesBody(route) || !route.query.isEmpty() || route.list || !route.openQuery)
        statuses.insert(422);
    if (takesBody(route))
        statuses.insert({413, 415});
    if (route.method != Method::Get)
        statuses.insert(409);
    if (route.method == Method::Put || route.method == Method::Delete)
        statuses.insert(412);
    return statuses;
}

QJsonObject refusal(const Route &route, int status)
{
    if (!route.refuse)
        return {{u"$ref"_s, u"#/components/responses/%1"_s.arg(status)}};
    QJsonObject response{{u"description"_s, QString::fromLatin1(statusText(status))}};
    // What refuses a request before its route is known answers with a problem.
    QJsonObject content = contentOf(u"application/problem+json"_s, {{u"$ref"_s, u"#/components/schemas/Problem"_s}});
    if (!route.refusalType.isEmpty())
        content.insert(route.refusalType, QJsonObject());
    response.insert(u"content"_s, content);
    return response;
}
}

QJsonObject contentOf(const QString &mediaType, const QJsonObject &schema)
{
    return {{mediaType, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject responsesOf(const Route &route, const OpenApiSchemas &schemas)
{
    QJsonObject responses;
    if (route.handle)
        responses.insert(QString::number(route.status), successOf(route, schemas));
    if (route.method == Method::Get && carriesEntityTag(route) && (route.reply || !route.replyTypes.isEmpty()))
        responses.insert(u"304"_s, QJsonObject{{u"description"_s, QString::fromLatin1(statusText(304))}});
    for (const int status : refusalsOf(route))
        responses.insert(QString::number(status), refusal(route, status));
    for (const int status : route.otherStatuses) {
        QJsonObject other = successOf(route, schemas);
        other.insert(u"description"_s, QString::fromLatin1(statusText(status)));
        other.remove(u"headers"_s);
        responses.insert(QString::number(status), status < 400 ? other : refusal(route, status));
    }
    if (route.accepted)
        responses.insert(
            u"202"_s,
            QJsonObject{
                {u"description"_s, QString::fromLatin1(statusText(202))},
                {u"content"_s, contentOf(u"application/json"_s, schemas.reference(*route.accepted, Shape::Reply))}});
    const QJsonObject failure{{u"$ref"_s, u"#/components/responses/5XX"_s}};
    responses.insert(u"5XX"_s, failure);
    if (!route.handle)
        responses.insert(u"501"_s, failure);
    return responses;
}

QJsonObject sharedHeaders()
{
    const auto header = [](const QString &description, const QString &type = u"string"_s) {
        return QJsonObject{{u"description"_s, description}, {u"schema"_s, QJsonObject{{u"type"_s, type}}}};
    };
    return {
        {u"ETag"_s, header(u"The version of the resource, for `If-Match` and `If-None-Match`."_s)},
        {u"Link"_s, header(u"The next and the previous page (RFC 8288). Absent on a list that has one page."_s)},
        {u"Retry-After"_s, header(u"Seconds to wait before the next request."_s, u"integer"_s)},
    };
}

QJsonObject sharedResponses()
{
    const auto problem = [](const QString &description) {
        return QJsonObject{
            {u"description"_s, description},
            {u"content"_s, contentOf(u"application/problem+json"_s, {{u"$ref"_s, u"#/components/schemas/Problem"_s}})}};
    };
    QJsonObject responses{{u"5XX"_s, problem(u"The server cannot answer at present, or does not support this."_s)}};
    for (const int status : {400, 401, 403, 404, 408, 409, 410, 412, 413, 415, 416, 422, 423, 429, 460})
        responses.insert(QString::number(status), problem(QString::fromLatin1(statusText(status))));
    QJsonObject limited = responses[u"429"_s].toObject();
    limited.insert(u"headers"_s, QJsonObject{{u"Retry-After"_s, headerReference(u"Retry-After"_s)}});
    responses.insert(u"429"_s, limited);
    return responses;
}
