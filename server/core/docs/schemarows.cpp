// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/schemarows.h"

#include "server/core/docs/apireference.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepest = 4;

QString nameOf(const QJsonObject &schema) { return schema[u"$ref"_s].toString().section(u'/', -1); }

/// Returns the name of a type, such as `string`, `Zone`, or `array of Zone`.
QString typeOf(const QJsonObject &schema)
{
    if (schema.contains(u"$ref"_s))
        return nameOf(schema);
    const QJsonValue type = schema[u"type"_s];
    QStringList names;
    for (const QJsonValue &name : type.isArray() ? type.toArray() : QJsonArray{type})
        names += name == u"array"_s ? u"array of "_s + typeOf(schema[u"items"_s].toObject()) : name.toString();
    names.removeAll(QString());
    return names.isEmpty() ? u"any"_s : names.join(u" or "_s);
}

QString numberText(const QJsonValue &value) { return QString::number(value.toDouble(), 'g', 15); }

/// Returns a text about the bounds `least` and `most` of a schema, such as `1 to 100 characters`.
QString boundsText(const QJsonObject &schema, const QString &least, const QString &most, const QString &unit)
{
    const QString from = schema.contains(least) ? numberText(schema[least]) : QString();
    const QString to = schema.contains(most) ? numberText(schema[most]) : QString();
    if (from.isEmpty() && to.isEmpty())
        return {};
    const QString bounds = from.isEmpty() ? u"at most "_s + to
        : to.isEmpty()                    ? u"at least "_s + from
        : from == to                      ? from
                                          : from + u" to "_s + to;
    return unit.isEmpty() ? bounds : bounds + u' ' + unit;
}

QString formatText(const QString &format)
{
    static const QHash<QString, QString> known{{u"date-time"_s, u"time (RFC 3339, UTC)"_s},
                                               {u"date"_s, u"day (YYYY-MM-DD)"_s},
                                               {u"uri"_s, u"URI"_s},
                                               {u"email"_s, u"email address"_s}};
    return known.value(format, format);
}

QString patternText(const QString &pattern)
{
    static const QRegularExpression id(u"^\\^([a-z]+_)\\[0-9A-Za-z\\]\\{26\\}\\$$"_s);
    const auto match = id.match(pattern);
    return match.hasMatch() ? match.captured(1) + u"…"_s : pattern;
}

QJsonArray limitsOf(const QJsonObject &schema)
{
    QStringList limits;
    QStringList values;
    for (const QJsonValue &value : schema[u"enum"_s].toArray())
        values += value.toVariant().toString();
    limits += values.join(u", "_s);
    limits += formatText(schema[u"format"_s].toString());
    limits += patternText(schema[u"pattern"_s].toString());
    limits += boundsText(schema, u"minLength"_s, u"maxLength"_s, u"characters"_s);
    limits += boundsText(schema, u"minimum"_s, u"maximum"_s, {});
    limits += boundsText(schema, u"minItems"_s, u"maxItems"_s, u"items"_s);
    limits.removeAll(QString());
    return QJsonArray::fromStringList(limits);
}

/// Walks a schema. A type that contains itself is named, and not unfolded again.
class Walk
{
public:
    explicit Walk(const ApiReference &reference)
        : m_reference(reference)
    {
    }

    void add(const QJsonObject &schema, int depth)
    {
        const QString type = nameOf(schema);
        if (depth > deepest || (!type.isEmpty() && m_open.contains(type)))
            return;
        m_open += type;
        const QJsonObject whole = m_reference.resolved(schema);
        const QJsonArray required = whole[u"required"_s].toArray();
        const QJsonObject properties = whole[u"properties"_s].toObject();
        for (const bool wanted : {true, false}) { // required members first
            for (auto each = properties.begin(); each != properties.end(); ++each) {
                if (required.contains(each.key()) != wanted)
                    continue;
                const QJsonObject member = each.value().toObject();
                QJsonObject row = schemaRow(each.key(), member, wanted);
                row.insert(u"depth"_s, depth);
                rows += row;
                add(member[u"items"_s].isObject() ? member[u"items"_s].toObject() : member, depth + 1);
            }
        }
        m_open -= type;
    }

    QJsonArray rows;

private:
    const ApiReference &m_reference;
    QSet<QString> m_open;
};
}

QJsonObject schemaRow(const QString &name, const QJsonObject &schema, bool required)
{
    QJsonArray limits = limitsOf(schema);
    for (const QJsonValue &limit : limitsOf(schema[u"items"_s].toObject()))
        limits += u"each: "_s + limit.toString();
    return {{u"name"_s, name},         {u"depth"_s, 0},       {u"type"_s, typeOf(schema)},
            {u"required"_s, required}, {u"limits"_s, limits}, {u"description"_s, schema[u"description"_s].toString()}};
}

QJsonArray schemaRows(const QJsonObject &schema, const ApiReference &reference)
{
    Walk walk(reference);
    walk.add(schema, 0);
    return walk.rows;
}
