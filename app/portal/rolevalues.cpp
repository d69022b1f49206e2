// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/rolevalues.h"

#include "models/core/resource.h"

#include <QDateTime>
#include <QJsonArray>

namespace {
QString camelCase(const QString &name)
{
    QString camel;
    bool upper = false;
    for (const QChar c : name) {
        if (c == u'_') {
            upper = true;
            continue;
        }
        camel += upper ? c.toUpper() : c;
        upper = false;
    }
    return camel;
}

QVariant plain(const QJsonValue &json)
{
    if (json.isArray()) {
        QVariantList list;
        for (const auto &item : json.toArray())
            list.append(plain(item));
        return list;
    }
    return json.isObject() ? RoleValues::fromJson(json.toObject()) : json.toVariant();
}

/// Returns an item of a list, with its texts that are absent because they are empty.
QVariant item(const QList<const QMetaObject *> &types, const QJsonValue &json)
{
    if (types.size() != 1 || !json.isObject())
        return plain(json);
    QVariantMap values = RoleValues::fromJson(json.toObject());
    for (const auto &field : Resource::fieldsOf(*types.constFirst()).all) {
        const QString name = QString::fromLatin1(field.property);
        if (field.optional && !field.nullable && !values.contains(name))
            values.insert(name, QVariant(field.meta.metaType()));
    }
    return values;
}

/// Returns the value of a role. A text that is absent because it is empty is an empty text.
QVariant value(const Resource::Field &field, const QJsonValue &json)
{
    const QMetaType type = field.meta.metaType();
    if (json.isUndefined() || json.isNull())
        return field.optional && !field.nullable ? QVariant(type) : QVariant();
    if (type == QMetaType::fromType<QDateTime>())
        return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    if (json.isArray()) {
        QVariantList list;
        for (const QJsonValue each : json.toArray())
            list.append(item(Resource::nestedTypes(field), each));
        return list;
    }
    const bool isGadget = type.flags().testFlag(QMetaType::IsGadget) && type.metaObject() && json.isObject();
    return isGadget ? RoleValues::fromJson(*type.metaObject(), json.toObject()) : plain(json);
}

QJsonValue jsonOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QVariantMap)
        return RoleValues::toJson(value.toMap());
    if (value.typeId() != QMetaType::QVariantList)
        return QJsonValue::fromVariant(value);
    QJsonArray list;
    for (const QVariant &item : value.toList())
        list.append(jsonOf(item));
    return list;
}

bool same(const QVariantMap &one, const QVariantMap &other)
{
    return RoleValues::differing(one, other).isEmpty() && RoleValues::differing(other, one).isEmpty();
}

bool same(const QVariant &one, const QVariant &other)
{
    if (one.typeId() == QMetaType::QVariantMap || other.typeId() == QMetaType::QVariantMap)
        return same(one.toMap(), other.toMap());
    if (one.canConvert<QVariantList>() && !one.canConvert<QString>()) {
        const auto isSame = [](const QVariant &a, const QVariant &b) { return same(a, b); };
        const QVariantList a = one.toList();
        const QVariantList b = other.toList();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSame);
    }
    const bool oneEmpty = !one.isValid() || one.isNull() || one.toString().isEmpty();
    const bool otherEmpty = !other.isValid() || other.isNull() || other.toString().isEmpty();
    return oneEmpty || otherEmpty ? oneEmpty == otherEmpty : one == other;
}
}

QVariantMap RoleValues::fromJson(const QMetaObject &type, const QJsonObject &json)
{
    QVariantMap values;
    for (const auto &field : Resource::fieldsOf(type).all) {
        if (field.json)
            values.insert(QString::fromLatin1(field.property), value(field, json.value(QLatin1StringView(field.name))));
    }
    return values;
}

QVariantMap RoleValues::fromJson(const QJsonObject &json)
{
    QVariantMap values;
    for (auto member = json.begin(); member != json.end(); ++member)
        values.insert(camelCase(member.key()), plain(member.value()));
    return values;
}

QJsonObject RoleValues::toJson(const QVariantMap &values)
{
    QJsonObject json;
    for (auto value = values.begin(); value != values.end(); ++value)
        json.insert(QString::fromLatin1(Resource::snakeCase(value.key().toLatin1())), jsonOf(*value));
    return json;
}

QVariantMap RoleValues::differing(const QVariantMap &values, const QVariantMap &stored)
{
    QVariantMap differing = values;
    differing.removeIf([&stored](const auto &value) { return same(value.value(), stored.value(value.key())); });
    return differing;
}
