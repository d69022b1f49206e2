// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Resource {
namespace {

/// Returns the example of a field in the form of its schema: a text that is not JSON stands for itself.
QJsonValue exampleOf(const Field &field, const QJsonObject &schema)
{
    if (schema[u"type"_s] == u"string"_s)
        return QString::fromUtf8(field.example);
    return QJsonDocument::fromJson('[' + field.example + ']').array().first();
}

/// Adds null to the values that a schema accepts.
QJsonObject orNull(QJsonObject schema)
{
    const QJsonValue type = schema.value(u"type"_s);
    if (!type.isString())
        return {{u"anyOf"_s, QJsonArray{schema, QJsonObject{{u"type"_s, u"null"_s}}}}};
    schema.insert(u"type"_s, QJsonArray{type, u"null"_s});
    if (QJsonArray values = schema.value(u"enum"_s).toArray(); !values.isEmpty()) {
        values.append(QJsonValue::Null);
        schema.insert(u"enum"_s, values);
    }
    return schema;
}

/// Removes the limits of what clients may send: where a caller may not see a value, the server sends an empty one.
QJsonObject withoutLimits(QJsonObject schema)
{
    for (const QString &limit :
         {u"minimum"_s, u"maximum"_s, u"minLength"_s, u"maxLength"_s, u"minItems"_s, u"maxItems"_s})
        schema.remove(limit);
    return schema;
}

QJsonObject fieldSchema(const Field &field, Shape shape)
{
    QJsonObject schema = field.codec->schema(field);
    if (shape == Shape::Reply)
        schema = withoutLimits(schema);
    if (!field.example.isEmpty())
        schema.insert(u"examples"_s, QJsonArray{exampleOf(field, schema)});
    if (field.optional && shape != Shape::Reply)
        schema = orNull(schema);
    if (field.readOnly && shape == Shape::Reply)
        schema.insert(u"readOnly"_s, true);
    if (!field.doc.isEmpty())
        schema.insert(u"description"_s, field.doc);
    return schema;
}

bool isRequired(const Field &field, Shape shape)
{
    return shape == Shape::Reply ? !field.optional : field.required && shape == Shape::Body;
}
}

QJsonObject schema(const QMetaObject &type, Shape shape)
{
    QJsonObject properties;
    QJsonArray required;
    for (const Field &field : fieldsOf(type).all) {
        if (!field.json || (field.readOnly && shape != Shape::Reply))
            continue;
        properties.insert(QLatin1StringView(field.name), fieldSchema(field, shape));
        if (isRequired(field, shape))
            required.append(QLatin1StringView(field.name));
    }
    QJsonObject result{{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"additionalProperties"_s, false}};
    if (!required.isEmpty())
        result.insert(u"required"_s, required);
    return result;
}
}
