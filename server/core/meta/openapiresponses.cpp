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

QJsonObject headerOf(const HeaderField &field)
{
    QJsonObject header{{u"description"_s, field.summary}, {u"schema"_s, schemaOf(field)}};
    if (field.required)
        header.insert(u"required"_s, true);
    return header;
}

/// Returns the header fields that every answer has, whatever its status.
QJsonObject headersOfAll()
{
    QJsonObject headers;
    for (const QString &name :
         {u"RateLimit-Limit"_s, u"RateLimit-Remaining"_s, u"RateLimit-Reset"_s, u"X-Request-Id"_s})
        headers.insert(name, headerReference(name));
    return headers;
}

/// Returns the header fields of a successful answer.
QJsonObject headersOf(const Route &route, int status, const Locations &locations)
{
    QJsonObject headers = headersOfAll();
    const auto refer = [&headers](const QString &name) { headers.insert(name, headerReference(name)); };
    if (status == 302 || status == 303 || (status == 201 && locations.knows(route)))
        refer(u"Location"_s);
    if (status >= 300)
        return headers;
    // A raw answer may be a stream, which has no tag.
    if (route.reply && (status == 200 || status == 201) && carriesEntityTag(route))
        refer(u"ETag"_s);
    if (route.list)
        refer(u"Link"_s);
    if (route.takesIdempotencyKey())
        refer(u"Idempotent-Replayed"_s);
    if (route.otherStatuses.contains(206))
        refer(u"Accept-Ranges"_s);
    if (status == 206)
        refer(u"Content-Range"_s);
    for (const HeaderField &field : route.replyHeaders)
        headers.insert(field.name, headerOf(field));
    return headers;
}

QJsonObject successOf(const Route &route, int status, const OpenApiSchemas &schemas, const Locations &locations)
{
    QJsonObject response{{u"description"_s, QString::fromLatin1(statusText(status))}};
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
    if (const QJsonObject headers = headersOf(route, status, locations); !headers.isEmpty())
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
    if (takesBody(route) || route.method != Method::Get) // a body that is not wanted is refused too
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

QJsonObject responsesOf(const Route &route, const OpenApiSchemas &schemas, const Locations &locations)
{
    QJsonObject responses;
    if (route.handle)
        responses.insert(QString::number(route.status), successOf(route, route.status, schemas, locations));
    if (route.method == Method::Get && carriesEntityTag(route) && (route.reply || !route.replyTypes.isEmpty()))
        responses.insert(u"304"_s, QJsonObject{{u"description"_s, QString::fromLatin1(statusText(304))}});
    for (const int status : refusalsOf(route))
        responses.insert(QString::number(status), refusal(route, status));
    for (const int status : route.otherStatuses) {
        responses.insert(QString::number(status),
                         status < 400 ? successOf(route, status, schemas, locations) : refusal(route, status));
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

QJsonObject schemaOf(const HeaderField &field)
{
    QJsonObject schema{{u"type"_s, field.type}};
    if (!field.value.isEmpty())
        schema.insert(u"const"_s, field.value);
    return schema;
}

QJsonObject sharedHeaders()
{
    const HeaderField fields[]{
        {u"Accept-Ranges"_s, u"`bytes`: a part of the file can be asked for by `Range`."_s, false},
        {u"Content-Range"_s, u"The bytes that the answer has, and the size of the file."_s},
        {u"ETag"_s, u"The version of the resource, for `If-Match` and `If-None-Match`."_s},
        {u"Idempotent-Replayed"_s, u"`true` if the answer is that of an earlier request with the same key."_s, false},
        {u"Link"_s, u"The next and the previous page (RFC 8288). Absent on a list that has one page."_s, false},
        {u"Location"_s, u"The address of what was created, or the address to go to."_s},
        {u"RateLimit-Limit"_s,
         u"The requests that the tightest limit allows at once. Absent where nothing is limited."_s, false,
         u"integer"_s},
        {u"RateLimit-Remaining"_s, u"The requests that it still allows now."_s, false, u"integer"_s},
        {u"RateLimit-Reset"_s, u"Seconds until it allows all of them again."_s, false, u"integer"_s},
        {u"Retry-After"_s, u"Seconds to wait before the next request."_s, false, u"integer"_s},
        {u"X-Request-Id"_s, u"The ID of the request, for the request log and for support."_s},
    };
    QJsonObject headers;
    for (const HeaderField &field : fields)
        headers.insert(field.name, headerOf(field));
    return headers;
}

QJsonObject sharedResponses()
{
    const auto problem = [](const QString &description) {
        return QJsonObject{
            {u"description"_s, description},
            {u"headers"_s, headersOfAll()},
            {u"content"_s, contentOf(u"application/problem+json"_s, {{u"$ref"_s, u"#/components/schemas/Problem"_s}})}};
    };
    QJsonObject responses{{u"5XX"_s, problem(u"The server cannot answer at present, or does not support this."_s)}};
    for (const int status : {400, 401, 403, 404, 408, 409, 410, 412, 413, 415, 416, 422, 423, 429, 460})
        responses.insert(QString::number(status), problem(QString::fromLatin1(statusText(status))));
    for (const QString &status : {u"409"_s, u"429"_s, u"5XX"_s}) { // also while a first request is in flight
        QJsonObject limited = responses[status].toObject();
        QJsonObject headers = limited[u"headers"_s].toObject();
        headers.insert(u"Retry-After"_s, headerReference(u"Retry-After"_s));
        limited.insert(u"headers"_s, headers);
        responses.insert(status, limited);
    }
    return responses;
}
