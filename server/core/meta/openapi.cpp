// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/metaroutes.h"

#include "server/core/http/router.h"
#include "server/core/meta/openapioperation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// The schema of a problem document: RFC 9457 and this API's extension members.
QJsonObject problemSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject error{
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"pointer"_s, u"code"_s, u"detail"_s}},
        {u"properties"_s, QJsonObject{{u"pointer"_s, text}, {u"code"_s, text}, {u"detail"_s, text}}}};
    return {
        {u"type"_s, u"object"_s},
        {u"required"_s,
         QJsonArray{u"type"_s, u"title"_s, u"status"_s, u"detail"_s, u"instance"_s, u"code"_s, u"request_id"_s}},
        {u"properties"_s,
         QJsonObject{{u"type"_s, text},
                     {u"title"_s, text},
                     {u"status"_s, QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 400}, {u"maximum"_s, 599}}},
                     {u"detail"_s, text},
                     {u"instance"_s, text},
                     {u"code"_s, text},
                     {u"request_id"_s, text},
                     {u"errors"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, error}}}}}};
}

QJsonObject securitySchemes()
{
    QJsonObject scopes;
    for (const Scope scope : allScopes())
        scopes.insert(scopeName(scope), scopeSummary(scope));
    const QJsonObject code{{u"authorizationUrl"_s, u"/oauth/authorize"_s},
                           {u"tokenUrl"_s, u"/v1/accounts/authorize"_s},
                           {u"refreshUrl"_s, u"/v1/accounts/authorize"_s},
                           {u"scopes"_s, scopes}};
    const QJsonObject credentials{{u"tokenUrl"_s, u"/v1/accounts/authorize"_s}, {u"scopes"_s, scopes}};
    return {{u"app"_s,
             QJsonObject{
                 {u"type"_s, u"http"_s}, {u"scheme"_s, u"basic"_s}, {u"description"_s, u"`app_id` and `app_key`"_s}}},
            {u"user"_s,
             QJsonObject{
                 {u"type"_s, u"oauth2"_s},
                 {u"description"_s, u"A user's access token with the scopes listed, as a bearer token"_s},
                 {u"flows"_s, QJsonObject{{u"authorizationCode"_s, code}, {u"clientCredentials"_s, credentials}}}}}};
}

QJsonArray sortedTags(const QSet<QString> &tags)
{
    QStringList names(tags.cbegin(), tags.cend());
    names.sort();
    QJsonArray list;
    for (const QString &name : names)
        list.append(QJsonObject{{u"name"_s, name}});
    return list;
}
}

QByteArray openApiDocument(const RouteTable &routes, const QList<WebhookEvent> &webhooks, const QString &version)
{
    const OpenApiSchemas schemas(routes, webhooks);
    const Locations locations(routes);
    QJsonObject paths;
    QSet<QString> tags;
    for (const Route &route : routes) {
        const QString path = templatedPath(route.fullPath());
        QJsonObject operations = paths[path].toObject();
        operations.insert(methodKey(route.method), operationOf(route, schemas, locations));
        paths.insert(path, operations);
        tags.insert(route.tag.toString());
    }
    QJsonObject hooks;
    for (const WebhookEvent &event : webhooks)
        hooks.insert(event.name, webhookOf(event, schemas));
    if (!hooks.isEmpty())
        tags.insert(u"Webhooks"_s);
    QJsonObject allSchemas = schemas.all();
    allSchemas.insert(u"Problem"_s, problemSchema());
    const QJsonObject components{{u"schemas"_s, allSchemas},
                                 {u"headers"_s, sharedHeaders()},
                                 {u"responses"_s, sharedResponses()},
                                 {u"securitySchemes"_s, securitySchemes()}};
    const QJsonObject info{
        {u"title"_s, u"Waymark"_s},
        {u"version"_s, version},
        {u"description"_s, u"A self-hosted camera cloud: accounts, cameras, live video, and motion events."_s},
        {u"license"_s, QJsonObject{{u"name"_s, u"GPL-3.0-or-later"_s}, {u"identifier"_s, u"GPL-3.0-or-later"_s}}}};
    const QJsonObject document{
        {u"openapi"_s, u"3.1.0"_s},    {u"info"_s, info},   {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, u"/"_s}}}},
        {u"tags"_s, sortedTags(tags)}, {u"paths"_s, paths}, {u"webhooks"_s, hooks},
        {u"components"_s, components}};
    return QJsonDocument(withExamples(document)).toJson(QJsonDocument::Compact);
}
