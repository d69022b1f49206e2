// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/openapioperation.h"

#include "server/core/http/links.h"
#include "server/core/http/paging.h"
#include "server/core/http/router.h"

#include <QJsonArray>
#include <QMetaEnum>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using Resource::Shape;

namespace {

QJsonObject parameter(const QString &name, const QString &where, const QJsonObject &schema,
                      const QString &description = {})
{
    QJsonObject json{{u"name"_s, name}, {u"in"_s, where}, {u"schema"_s, schema}};
    if (where == u"path"_s)
        json.insert(u"required"_s, true);
    if (!description.isEmpty())
        json.insert(u"description"_s, description);
    return json;
}

QJsonObject text(int longest = 0)
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    if (longest > 0)
        schema.insert(u"maxLength"_s, longest);
    return schema;
}

QJsonObject whole(int least, int most)
{
    QJsonObject schema{{u"type"_s, u"integer"_s}, {u"minimum"_s, least}};
    if (most > 0)
        schema.insert(u"maximum"_s, most);
    return schema;
}

QJsonObject schemaOf(const QueryParameter &query)
{
    QJsonObject schema{{u"type"_s, query.type}};
    if (!query.format.isEmpty())
        schema.insert(u"format"_s, query.format);
    if (!query.values.isEmpty())
        schema.insert(u"enum"_s, QJsonArray::fromStringList(query.values));
    if (query.min)
        schema.insert(u"minimum"_s, *query.min);
    if (query.max)
        schema.insert(u"maximum"_s, *query.max);
    return schema;
}

void addListParameters(QJsonArray &parameters)
{
    const QString query = u"query"_s;
    parameters.append(parameter(u"page"_s, query, whole(1, 0), u"Page number, from 1."_s));
    parameters.append(
        parameter(u"pagesize"_s, query, whole(1, PageRequest::largestPage), u"Items per page. Default: 20."_s));
    parameters.append(parameter(u"cursor"_s, query, text(),
                                u"`next_cursor` of the previous page. Cannot be combined with `page`."_s));
    parameters.append(
        parameter(u"count"_s, query, {{u"type"_s, u"boolean"_s}}, u"Whether the response includes `total`."_s));
    parameters.append(parameter(u"sort"_s, query, text(),
                                u"Sort keys, separated by commas. A leading `-` sorts in descending order."_s));
}

void addLinkParameters(QJsonArray &parameters)
{
    for (const QString &name : Links::parameters())
        parameters.append(parameter(name, u"query"_s, text(), u"Part of a signed address."_s));
}

void addHeaderParameters(const Route &route, QJsonArray &parameters)
{
    const QString header = u"header"_s;
    for (const HeaderField &field : route.requestHeaders) {
        QJsonObject described = parameter(field.name, header, schemaOf(field), field.summary);
        if (field.required)
            described.insert(u"required"_s, true);
        parameters.append(described);
    }
    if (route.takesIdempotencyKey())
        parameters.append(parameter(u"Idempotency-Key"_s, header,
                                    {{u"type"_s, u"string"_s}, {u"pattern"_s, u"^[!-~]{1,255}$"_s}},
                                    u"For 24 hours, the same key and body get the first answer again."_s));
    if (route.conditional)
        parameters.append(parameter(u"If-Match"_s, header, text(),
                                    u"`ETag` of the version to change. If it has changed, the answer is 412."_s));
    if (route.method == Method::Get && carriesEntityTag(route) && (route.reply || !route.replyTypes.isEmpty()))
        parameters.append(parameter(u"If-None-Match"_s, header, text(),
                                    u"`ETag` of a known version. If it has not changed, the answer is 304."_s));
    if (route.otherStatuses.contains(206)) {
        parameters.append(parameter(u"Range"_s, header, text(),
                                    u"The bytes to get, such as `bytes=0-999`. The answer is 206 then."_s));
        parameters.append(
            parameter(u"If-Range"_s, header, text(),
                      u"`ETag` of the version that `Range` means. Another version is sent as a whole."_s));
    }
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    static const QRegularExpression inPath(u":([a-z_]+)"_s);
    for (auto match = inPath.globalMatch(route.path); match.hasNext();) {
        const QString name = match.next().captured(1);
        const auto known = std::ranges::find(route.pathValues, name, &QueryParameter::name);
        parameters.append(known == route.pathValues.end()
                              ? parameter(name, u"path"_s, text())
                              : parameter(name, u"path"_s, schemaOf(*known), known->summary));
    }
    addHeaderParameters(route, parameters);
    for (const QueryParameter &query : route.query)
        parameters.append(parameter(query.name, u"query"_s, schemaOf(query), query.summary));
    if (route.list)
        addListParameters(parameters);
    if (route.caller.link)
        addLinkParameters(parameters);
    return parameters;
}

/// Returns the sets of scopes each of which suffices: a scope that reads may be replaced by the one that includes it.
QList<QStringList> sufficient(Scopes needed)
{
    QList<QStringList> sets{{}};
    for (const QString &name : scopeNames(needed)) {
        QStringList ways{name};
        if (const auto full = name.section(u':', 0, 0); full != name && scopeNamed(full))
            ways += full;
        QList<QStringList> longer;
        for (const QStringList &set : std::as_const(sets)) {
            for (const QString &way : std::as_const(ways))
                longer += set + QStringList{way};
        }
        sets = longer;
    }
    return sets;
}

QJsonArray securityOf(const Access &access)
{
    QJsonArray security;
    if (access.anyone || access.client || access.link || access.payment)
        security.append(QJsonObject());
    if (access.app || access.client)
        security.append(QJsonObject{{u"app"_s, QJsonArray()}});
    if (access.user) {
        for (const QStringList &scopes : sufficient(*access.user))
            security.append(QJsonObject{{u"user"_s, QJsonArray::fromStringList(scopes)}});
    }
    if (access.management)
        security.append(QJsonObject{{u"user"_s, QJsonArray{scopeName(Scope::Manage)}}});
    return security;
}

/// Describes what `security` cannot express: roles, signed addresses, and which ways are alternatives.
QJsonObject accessOf(const Access &access)
{
    QJsonObject ways;
    const std::pair<QString, bool> flags[]{{u"anyone"_s, access.anyone},         {u"app"_s, access.app},
                                           {u"bare_app"_s, access.bareApp},      {u"client"_s, access.client},
                                           {u"management"_s, access.management}, {u"link"_s, access.link},
                                           {u"payment"_s, access.payment}};
    for (const auto &[name, open] : flags) {
        if (open)
            ways.insert(name, true);
    }
    if (access.user)
        ways.insert(u"scope"_s, scopeNames(*access.user).join(u' '));
    if (access.role)
        ways.insert(u"role"_s,
                    QString::fromLatin1(QMetaEnum::fromType<User::Role>().valueToKey(int(*access.role))).toLower());
    return ways;
}

QJsonObject requestBodyOf(const Route &route, const OpenApiSchemas &schemas)
{
    QJsonObject content;
    if (route.body)
        content = contentOf(u"application/json"_s,
                            schemas.reference(*route.body, route.patch ? Shape::Changes : Shape::Body));
    for (const QString &type : route.bodyTypes)
        content.insert(type, QJsonObject());
    if (content.isEmpty())
        return {};
    return {{u"required"_s, !route.bodyOptional}, {u"content"_s, content}};
}
}

QString templatedPath(const QString &path)
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
    case Method::Options:
        return u"options"_s;
    default:
        return u"get"_s;
    }
}

QString operationIdOf(Method method, const QString &path)
{
    QString id = methodKey(method);
    const QString base = u"/v1/"_s;
    const QStringList segments = (path.startsWith(base) ? path.mid(base.size()) : path).split(u'/', Qt::SkipEmptyParts);
    for (const QString &segment : segments) {
        const QString words = segment.startsWith(u':') ? u"by_"_s + segment.mid(1) : segment;
        static const QRegularExpression separator(u"[^A-Za-z0-9]+"_s);
        for (const QString &word : words.split(separator, Qt::SkipEmptyParts))
            id += word.front().toUpper() + word.mid(1);
    }
    return id;
}

QJsonObject operationOf(const Route &route, const OpenApiSchemas &schemas, const Locations &locations)
{
    QJsonObject operation{{u"operationId"_s, operationIdOf(route.method, route.fullPath())},
                          {u"summary"_s, route.summary},
                          {u"tags"_s, QJsonArray{route.tag.toString()}},
                          {u"security"_s, securityOf(route.caller)},
                          {u"x-access"_s, accessOf(route.caller)},
                          {u"responses"_s, responsesOf(route, schemas, locations)}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        operation.insert(u"parameters"_s, parameters);
    if (const QJsonObject body = requestBodyOf(route, schemas); !body.isEmpty())
        operation.insert(u"requestBody"_s, body);
    return operation;
}

QJsonObject webhookOf(const WebhookEvent &event, const OpenApiSchemas &schemas)
{
    const QJsonObject body{
        {u"required"_s, true},
        {u"content"_s, contentOf(u"application/json"_s, schemas.reference(*event.body, Shape::Reply))}};
    const QJsonObject taken{{u"description"_s, u"Any status from 200 to 299 ends the delivery."_s}};
    const QJsonObject gone{{u"description"_s, u"The endpoint is gone: the channel is switched off."_s}};
    QJsonArray parameters;
    for (const auto &[name, description] :
         {std::pair(u"webhook-id"_s, u"The same for each attempt to deliver the message."_s),
          std::pair(u"webhook-timestamp"_s, u"The time of the attempt in seconds since 1970."_s),
          std::pair(u"webhook-signature"_s, u"Signatures, as the Standard Webhooks specification says."_s)}) {
        QJsonObject header = parameter(name, u"header"_s, text(), description);
        header.insert(u"required"_s, true);
        parameters.append(header);
    }
    QString id = u"webhook"_s;
    for (const QString &word : event.name.split(u'.'))
        id += word.front().toUpper() + word.mid(1);
    return {{u"post"_s,
             QJsonObject{{u"operationId"_s, id},
                         {u"summary"_s, event.summary},
                         {u"tags"_s, QJsonArray{u"Webhooks"_s}},
                         {u"security"_s, QJsonArray{QJsonObject()}},
                         {u"parameters"_s, parameters},
                         {u"requestBody"_s, body},
                         {u"responses"_s, QJsonObject{{u"2XX"_s, taken}, {u"410"_s, gone}}}}}};
}
