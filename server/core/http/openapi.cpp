// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/message.h"
#include "server/core/http/metaroutes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

QString reference(const QString &name) { return u"#/components/schemas/"_s + name; }

QString nameOf(const QMetaObject &type) { return QLatin1StringView(type.className()); }

QJsonObject content(const QString &mediaType, const QJsonObject &schema)
{
    return {{mediaType, QJsonObject{{u"schema"_s, schema}}}};
}

/// The schema of a problem document: RFC 9457 and this API's extension members.
QJsonObject problemSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject error{
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"pointer"_s, u"code"_s, u"detail"_s}},
        {u"properties"_s, QJsonObject{{u"pointer"_s, text}, {u"code"_s, text}, {u"detail"_s, text}}}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"type"_s, u"title"_s, u"status"_s, u"code"_s, u"request_id"_s}},
            {u"properties"_s,
             QJsonObject{{u"type"_s, text},
                         {u"title"_s, text},
                         {u"status"_s, QJsonObject{{u"type"_s, u"integer"_s}}},
                         {u"detail"_s, text},
                         {u"instance"_s, text},
                         {u"code"_s, text},
                         {u"request_id"_s, text},
                         {u"errors"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, error}}}}}};
}

/// Turns `/devices/:device_id` into `/devices/{device_id}`.
QString templated(const QString &path)
{
    static const QRegularExpression parameter(u":([a-z_]+)"_s);
    return QString(path).replace(parameter, u"{\\1}"_s);
}

QString methodKey(Method method)
{
    switch (method) {
    case Method::Post:
        return u"post"_s;
    case Method::Put:
        return u"put"_s;
    case Method::Delete:
        return u"delete"_s;
    case Method::Patch:
        return u"patch"_s;
    default:
        return u"get"_s;
    }
}

/// Returns an ID such as `getDevicesByDeviceId`. IDs are unique because each pair of method and path is.
QString operationId(const Route &route)
{
    QString id = methodKey(route.method);
    const QStringList segments = route.path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &segment : segments) {
        QString words = segment;
        if (words.startsWith(u':'))
            words = u"by_"_s + words.mid(1);
        static const QRegularExpression separator(u"[^A-Za-z0-9]+"_s);
        for (const QString &word : words.split(separator, Qt::SkipEmptyParts))
            id += word.front().toUpper() + word.mid(1);
    }
    return id;
}

QJsonObject parameter(const QString &name, const QString &where, const QString &type, const QString &description)
{
    QJsonObject json{{u"name"_s, name}, {u"in"_s, where}, {u"schema"_s, QJsonObject{{u"type"_s, type}}}};
    if (where == u"path"_s)
        json.insert(u"required"_s, true);
    if (!description.isEmpty())
        json.insert(u"description"_s, description);
    return json;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    static const QRegularExpression inPath(u":([a-z_]+)"_s);
    for (auto match = inPath.globalMatch(route.path); match.hasNext();)
        parameters.append(parameter(match.next().captured(1), u"path"_s, u"string"_s, {}));
    if (route.takesIdempotencyKey())
        parameters.append(parameter(
            u"Idempotency-Key"_s, u"header"_s, u"string"_s,
            u"1 to 255 visible ASCII characters. For 24 hours, the same key and body get the first answer again."_s));
    for (const QueryParameter &query : route.query)
        parameters.append(parameter(query.name, u"query"_s, query.type, query.summary));
    if (!route.list)
        return parameters;
    parameters.append(parameter(u"page"_s, u"query"_s, u"integer"_s, u"Page number, from 1."_s));
    parameters.append(parameter(u"pagesize"_s, u"query"_s, u"integer"_s, u"Items per page, 1 to 100. Default: 20."_s));
    parameters.append(parameter(u"cursor"_s, u"query"_s, u"string"_s,
                                u"`next_cursor` of the previous page. Cannot be combined with `page`."_s));
    parameters.append(parameter(u"count"_s, u"query"_s, u"boolean"_s, u"Whether the response includes `total`."_s));
    parameters.append(parameter(u"sort"_s, u"query"_s, u"string"_s,
                                u"Sort keys, separated by commas. A leading `-` sorts in descending order."_s));
    return parameters;
}

QJsonObject listSchema(const QMetaObject &item)
{
    const QJsonObject integer{{u"type"_s, u"integer"_s}};
    const QJsonObject items{{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"$ref"_s, reference(nameOf(item))}}}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"items"_s, u"pagesize"_s}},
            {u"properties"_s,
             QJsonObject{{u"items"_s, items},
                         {u"page"_s, integer},
                         {u"pagesize"_s, integer},
                         {u"total"_s, integer},
                         {u"next_cursor"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}};
}

QJsonObject responsesOf(const Route &route)
{
    const int status = route.handle ? route.status : 501;
    QJsonObject success{{u"description"_s, QString::fromLatin1(statusText(status))}};
    if (route.handle && route.reply) {
        const QJsonObject schema =
            route.list ? listSchema(*route.reply) : QJsonObject{{u"$ref"_s, reference(nameOf(*route.reply))}};
        success.insert(u"content"_s, content(u"application/json"_s, schema));
    }
    return {{QString::number(status), success},
            {u"default"_s, QJsonObject{{u"$ref"_s, u"#/components/responses/Problem"_s}}}};
}

QJsonArray securityOf(const Access &access)
{
    QJsonArray security;
    if (access.anyone || access.client || access.link)
        security.append(QJsonObject());
    if (access.app || access.client)
        security.append(QJsonObject{{u"app"_s, QJsonArray()}});
    if (access.user)
        security.append(QJsonObject{{u"user"_s, QJsonArray{scopeName(*access.user)}}});
    if (access.management)
        security.append(QJsonObject{{u"user"_s, QJsonArray{scopeName(Scope::Manage)}}});
    return security;
}

/// Describes what `security` cannot express: roles, signed addresses, and which ways are alternatives.
QJsonObject accessOf(const Access &access)
{
    QJsonObject ways;
    const std::pair<QString, bool> flags[]{{u"anyone"_s, access.anyone}, {u"app"_s, access.app},
                                           {u"client"_s, access.client}, {u"management"_s, access.management},
                                           {u"link"_s, access.link},     {u"payment"_s, access.payment}};
    for (const auto &[name, open] : flags) {
        if (open)
            ways.insert(name, true);
    }
    if (access.user)
        ways.insert(u"scope"_s, scopeName(*access.user));
    if (access.role)
        ways.insert(u"role"_s,
                    QString::fromLatin1(QMetaEnum::fromType<User::Role>().valueToKey(int(*access.role))).toLower());
    return ways;
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation{{u"operationId"_s, operationId(route)},        {u"summary"_s, route.summary},
                          {u"tags"_s, QJsonArray{route.tag.toString()}}, {u"security"_s, securityOf(route.caller)},
                          {u"x-access"_s, accessOf(route.caller)},       {u"responses"_s, responsesOf(route)}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    QJsonObject body;
    if (route.body)
        body = content(u"application/json"_s, {{u"$ref"_s, reference(nameOf(*route.body))}});
    for (const QString &type : route.bodyTypes)
        body.insert(type, QJsonObject());
    if (!body.isEmpty())
        operation.insert(u"requestBody"_s, QJsonObject{{u"required"_s, true}, {u"content"_s, body}});
    return operation;
}

/// Adds the schemas of the type and of every gadget nested in it.
void addSchema(const QMetaObject &type, QJsonObject &schemas)
{
    if (schemas.contains(nameOf(type)))
        return;
    schemas.insert(nameOf(type), Resource::schema(type));
    for (const auto &field : Resource::fieldsOf(type).all) {
        if (!field.json)
            continue;
        for (const QMetaObject *nested : Resource::nestedTypes(field))
            addSchema(*nested, schemas);
    }
}

QJsonObject componentsOf(const RouteTable &routes)
{
    QJsonObject schemas{{u"Problem"_s, problemSchema()}};
    for (const Route &route : routes) {
        for (const QMetaObject *type : {route.body, route.reply}) {
            if (type)
                addSchema(*type, schemas);
        }
    }
    const QJsonObject problem{
        {u"description"_s, u"Error (RFC 9457)"_s},
        {u"content"_s, content(u"application/problem+json"_s, {{u"$ref"_s, reference(u"Problem"_s)}})}};
    const QJsonObject app{
        {u"type"_s, u"http"_s}, {u"scheme"_s, u"basic"_s}, {u"description"_s, u"`app_id` and `app_key`"_s}};
    const QJsonObject user{{u"type"_s, u"http"_s},
                           {u"scheme"_s, u"bearer"_s},
                           {u"description"_s, u"A user's access token with the scopes listed"_s}};
    return {{u"schemas"_s, schemas},
            {u"responses"_s, QJsonObject{{u"Problem"_s, problem}}},
            {u"securitySchemes"_s, QJsonObject{{u"app"_s, app}, {u"user"_s, user}}}};
}
}

QByteArray openApiDocument(const RouteTable &routes, const QString &version)
{
    QJsonObject paths;
    QSet<QString> tags;
    for (const Route &route : routes) {
        const QString path = templated(route.fullPath());
        QJsonObject operations = paths[path].toObject();
        operations.insert(methodKey(route.method), operationOf(route));
        paths.insert(path, operations);
        tags.insert(route.tag.toString());
    }
    QStringList names(tags.cbegin(), tags.cend());
    names.sort();
    QJsonArray tagList;
    for (const QString &name : names)
        tagList.append(QJsonObject{{u"name"_s, name}});
    const QJsonObject info{
        {u"title"_s, u"Waymark"_s},
        {u"version"_s, version},
        {u"description"_s, u"A self-hosted camera cloud: accounts, cameras, live video, and motion events."_s},
        {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-or-later"_s}, {u"identifier"_s, u"GPL-3.0-or-later"_s}}}};
    const QJsonObject document{
        {u"openapi"_s, u"3.1.0"_s}, {u"info"_s, info},   {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, u"/"_s}}}},
        {u"tags"_s, tagList},       {u"paths"_s, paths}, {u"components"_s, componentsOf(routes)}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}
