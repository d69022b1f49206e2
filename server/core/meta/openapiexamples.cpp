// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/openapioperation.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Makes values that satisfy the schemas of one document.
class Examples
{
public:
    explicit Examples(const QJsonObject &schemas)
        : m_schemas(schemas)
    {
    }

    QJsonValue of(const QJsonObject &schema, int depth = 0) const
    {
        if (const QJsonArray given = schema[u"examples"_s].toArray(); !given.isEmpty())
            return given.first();
        if (const QJsonArray values = schema[u"enum"_s].toArray(); !values.isEmpty())
            return values.first();
        if (const QString target = schema[u"$ref"_s].toString(); !target.isEmpty())
            return of(m_schemas[target.section(u'/', -1)].toObject(), depth + 1);
        if (const QJsonArray choices = schema[u"anyOf"_s].toArray(); !choices.isEmpty())
            return of(choices.first().toObject(), depth);
        const QJsonValue types = schema[u"type"_s];
        const QString type = types.isArray() ? types[0].toString() : types.toString();
        if (type == u"object"_s)
            return ofObject(schema, depth);
        if (type == u"array"_s)
            return ofArray(schema, depth);
        if (type == u"string"_s)
            return ofText(schema);
        if (type == u"boolean"_s)
            return true;
        return std::clamp(1.0, schema[u"minimum"_s].toDouble(1), std::max(1.0, schema[u"maximum"_s].toDouble(1)));
    }

private:
    /// Trees, such as the conditions of a mode, may contain themselves: below this depth only what is required is
    /// shown.
    static constexpr int deepest = 4;

    QJsonValue ofObject(const QJsonObject &schema, int depth) const
    {
        QJsonObject example;
        const QJsonObject properties = schema[u"properties"_s].toObject();
        const QJsonArray required = schema[u"required"_s].toArray();
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            if (depth < deepest || required.contains(property.key()))
                example.insert(property.key(), member(property.key(), property.value().toObject(), depth));
        }
        return example;
    }

    /// Returns the example of a member. A text whose form a pattern describes is known by its name.
    QJsonValue member(const QString &name, const QJsonObject &schema, int depth) const
    {
        static const QHash<QString, QString> formed{
            {u"address"_s, u"ada@example.org"_s},
            {u"code"_s, u"123456"_s},
            {u"code_verifier"_s, u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s},
            {u"country"_s, u"DE"_s},
            {u"currency"_s, u"EUR"_s},
            {u"date"_s, u"2026-12-24"_s},
            {u"from"_s, u"18:00"_s},
            {u"locale"_s, u"en"_s},
            {u"phone"_s, u"+49 30 123456"_s},
            {u"quiet_from"_s, u"22:00"_s},
            {u"quiet_to"_s, u"06:00"_s},
            {u"to"_s, u"06:00"_s},
        };
        return schema.contains(u"pattern"_s) && formed.contains(name) ? QJsonValue(formed[name]) : of(schema, depth);
    }

    QJsonValue ofArray(const QJsonObject &schema, int depth) const
    {
        const int least = schema[u"minItems"_s].toInt();
        QJsonArray items;
        while (items.size() < std::max(least, depth < deepest ? 1 : 0))
            items.append(of(schema[u"items"_s].toObject(), depth + 1));
        return items;
    }

    static QJsonValue ofText(const QJsonObject &schema)
    {
        const QString format = schema[u"format"_s].toString();
        if (format == u"date-time"_s)
            return u"2026-11-23T13:26:06.123Z"_s;
        if (format == u"date"_s)
            return u"2026-11-23"_s;
        if (format == u"uri"_s)
            return u"https://example.org/"_s;
        if (format == u"email"_s)
            return u"ada@example.org"_s;
        static const QRegularExpression id(u"^\\^([a-z]+_)\\[0-9A-Za-z\\]\\{26\\}\\$$"_s);
        if (const auto match = id.match(schema[u"pattern"_s].toString()); match.hasMatch())
            return match.captured(1) + u"01jd0c1sz8e9mwq5x3r7v2k4hn"_s;
        const int least = schema[u"minLength"_s].toInt();
        const int most = schema[u"maxLength"_s].toInt(least + 4);
        return u"text"_s.leftJustified(least, u'x').left(most);
    }

    const QJsonObject m_schemas;
};

/// Adds an example beside each schema of a JSON media type.
QJsonObject illustrated(const QJsonObject &node, const Examples &examples)
{
    QJsonObject result = node;
    for (auto member = result.begin(); member != result.end(); ++member) {
        const QJsonObject child = member.value().toObject();
        if (member.key() == u"application/json"_s && child.contains(u"schema"_s)) {
            QJsonObject media = child;
            media.insert(u"example"_s, examples.of(child[u"schema"_s].toObject()));
            member.value() = media;
        } else if (!child.isEmpty() && member.key() != u"schema"_s) {
            member.value() = illustrated(child, examples);
        }
    }
    return result;
}
}

QJsonObject withExamples(const QJsonObject &document)
{
    const Examples examples(document[u"components"_s][u"schemas"_s].toObject());
    QJsonObject result = document;
    for (const QString &part : {u"paths"_s, u"webhooks"_s})
        result.insert(part, illustrated(document[part].toObject(), examples));
    return result;
}
