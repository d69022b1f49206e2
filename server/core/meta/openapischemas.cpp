// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/openapischemas.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using Resource::Shape;

namespace {
const QString place = u"#/components/schemas/"_s;

/// Calls `visit` with a type and with all types that are nested in it.
template <typename Visit>
void walk(const QMetaObject &type, QSet<const QMetaObject *> &seen, Visit visit)
{
    if (seen.contains(&type))
        return;
    seen += &type;
    visit(type);
    for (const auto &field : Resource::fieldsOf(type).all) {
        if (!field.json)
            continue;
        for (const QMetaObject *nested : Resource::nestedTypes(field))
            walk(*nested, seen, visit);
    }
}
}

OpenApiSchemas::OpenApiSchemas(const RouteTable &routes, const QList<WebhookEvent> &webhooks)
{
    QSet<const QMetaObject *> sent;
    QSet<const QMetaObject *> bodies;
    QSet<const QMetaObject *> changes;
    const auto remember = [this](const QMetaObject &type) {
        m_types.insert(QLatin1StringView(type.className()), &type);
    };
    for (const Route &route : routes) {
        for (const QMetaObject *reply : QList{route.reply, route.accepted} + route.replies) {
            if (reply)
                walk(*reply, sent, remember);
        }
        if (route.body && route.patch)
            changes += route.body;
        if (route.body)
            walk(*route.body, bodies, remember);
        if (route.body && route.patch && std::none_of(routes.begin(), routes.end(), [&](const Route &other) {
                return other.body == route.body && !other.patch;
            }))
            bodies -= route.body;
    }
    for (const WebhookEvent &event : webhooks)
        walk(*event.body, sent, remember);
    for (const QMetaObject *type : std::as_const(sent))
        m_sent += QLatin1StringView(type->className());
    for (const QMetaObject *type : std::as_const(sent))
        add(*type, Shape::Reply);
    for (const QMetaObject *type : std::as_const(bodies))
        add(*type, Shape::Body);
    for (const QMetaObject *type : std::as_const(changes))
        add(*type, Shape::Changes);
}

QString OpenApiSchemas::nameOf(const QMetaObject &type, Shape shape) const
{
    QString name = QLatin1StringView(type.className());
    if (shape == Shape::Body && m_sent.contains(name))
        return name + u"Input"_s;
    if (shape == Shape::Changes && name.startsWith(u"New"_s))
        name.remove(0, 3);
    return shape == Shape::Changes ? name + u"Changes"_s : name;
}

void OpenApiSchemas::add(const QMetaObject &type, Shape shape)
{
    m_all.insert(nameOf(type, shape), renamed(Resource::schema(type, shape), shape));
}

/// Points the references in a schema to the schemas of the same use. What is nested in a change is given as a whole.
QJsonValue OpenApiSchemas::renamed(const QJsonValue &value, Shape shape) const
{
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(renamed(item, shape));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != u"$ref"_s) {
            member.value() = renamed(member.value(), shape);
            continue;
        }
        const QMetaObject *type = m_types.value(member.value().toString().mid(place.size()));
        member.value() = place + nameOf(*type, shape == Shape::Reply ? Shape::Reply : Shape::Body);
    }
    return object;
}

QJsonObject OpenApiSchemas::reference(const QMetaObject &type, Shape shape) const
{
    return {{u"$ref"_s, place + nameOf(type, shape)}};
}

QJsonObject OpenApiSchemas::page(const QMetaObject &item) const
{
    const auto whole = [](const QString &description, int least) {
        return QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, least}, {u"description"_s, description}};
    };
    return {
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"items"_s, u"pagesize"_s}},
        {u"additionalProperties"_s, false},
        {u"properties"_s,
         QJsonObject{{u"items"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, reference(item, Shape::Reply)}}},
                     {u"page"_s, whole(u"Absent if the page was requested by a cursor."_s, 1)},
                     {u"pagesize"_s, whole(u"The largest number of items on a page."_s, 1)},
                     {u"total"_s, whole(u"The number of items on all pages. Absent unless requested."_s, 0)},
                     {u"next_cursor"_s,
                      QJsonObject{{u"type"_s, u"string"_s}, {u"description"_s, u"Absent on the last page."_s}}}}}};
}
