// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/openapiexamples.h"

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
                example.insert(property.key(), of(property.value().toObject(), depth));
        }
        return example;
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
