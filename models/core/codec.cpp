// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/codec.h"

#include "models/core/jsontext.h"
#include "models/core/scalarcodecs.h"
#include "models/core/typedcodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QSequentialIterable>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using Resource::Field;

namespace {

/// Writes an enumeration as the snake_case name of its key, in JSON and in SQL.
class EnumCodec : public TypedCodec<int>
{
public:
    explicit EnumCodec(const QMetaEnum &enumeration)
    {
        for (int i = 0; i < enumeration.keyCount(); ++i)
            m_names += {enumeration.value(i), QString::fromLatin1(Resource::snakeCase(enumeration.key(i)))};
    }
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendString(out, name(*static_cast<const int *>(value)));
    }
    bool read(void *value, const Field &, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        for (const auto &[number, name] : m_names) {
            if (json.isString() && json.toString() == name) {
                *static_cast<int *>(value) = number;
                return true;
            }
        }
        errors += {pointer, json.isString() ? u"not_allowed"_s : u"wrong_type"_s,
                   u"This must be one of: %1."_s.arg(allNames().join(u", "_s))};
        return false;
    }
    QVariant toSql(const Field &, const void *value) const override { return name(*static_cast<const int *>(value)); }
    void fromSql(void *value, const Field &field, const QVariant &sql) const override
    {
        FieldErrors ignored; // it was written by toSql()
        read(value, field, sql.toString(), {}, ignored);
    }
    bool isNull(const void *) const override { return false; }
    QJsonObject schema(const Field &) const override
    {
        return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(allNames())}};
    }

private:
    QString name(int value) const
    {
        for (const auto &[number, name] : m_names) {
            if (number == value)
                return name;
        }
        return {};
    }
    QStringList allNames() const
    {
        QStringList names;
        for (const auto &entry : m_names)
            names += entry.second;
        return names;
    }
    QList<std::pair<int, QString>> m_names;
};

/// Converts nested gadgets and lists of gadgets. They are rare, so that values can be passed as QVariant.
class NestedCodec : public Codec
{
public:
    void appendProperty(QByteArray &out, const Field &field, const void *gadget, bool &comma) const override
    {
        const QVariant value = field.meta.readOnGadget(gadget);
        if (field.optional && isNull(&value))
            return;
        if (comma)
            out += ',';
        comma = true;
        out += field.jsonKey;
        append(out, field, &value);
    }
    void readProperty(void *gadget, const Field &field, const QJsonValue &json, Resource::Writer writer,
                      const QString &pointer, FieldErrors &errors) const override
    {
        const bool empty = field.optional && json.isNull();
        QVariant value = empty ? QVariant(field.meta.metaType()) : field.meta.readOnGadget(gadget);
        if (empty || readAs(writer, &value, field, json, pointer, errors))
            field.meta.writeOnGadget(gadget, value);
    }
    QVariant propertyToSql(const Field &field, const void *gadget) const override
    {
        const QVariant value = field.meta.readOnGadget(gadget);
        return field.nullable && isNull(&value) ? QVariant() : toSql(field, &value);
    }
    void propertyFromSql(void *gadget, const Field &field, const QVariant &sql) const override
    {
        QVariant value(field.meta.metaType());
        if (!sql.isNull())
            fromSql(&value, field, sql);
        field.meta.writeOnGadget(gadget, value);
    }
    QVariant toSql(const Field &field, const void *value) const override
    {
        QByteArray text;
        append(text, field, value);
        return QString::fromUtf8(text);
    }

    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        return readAs(Resource::Writer::Client, value, field, json, pointer, errors);
    }

protected:
    /// Reads a nested value with the writer of the whole document.
    virtual bool readAs(Resource::Writer writer, void *value, const Field &field, const QJsonValue &json,
                        const QString &pointer, FieldErrors &errors) const = 0;
    static QJsonObject reference(const QMetaObject &type)
    {
        return {{u"$ref"_s, u"#/components/schemas/"_s + QLatin1StringView(type.className())}};
    }
};

class GadgetCodec : public NestedCodec
{
public:
    const QMetaObject *nested() const override { return &m_type; }
    explicit GadgetCodec(const QMetaObject &type)
        : m_type(type)
    {
    }
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        Resource::appendJson(out, m_type, static_cast<const QVariant *>(value)->constData());
    }
    void fromSql(void *value, const Field &field, const QVariant &sql) const override
    {
        FieldErrors ignored; // it was written by toSql()
        readAs(Resource::Writer::Server, value, field, QJsonDocument::fromJson(sql.toString().toUtf8()).object(), {},
               ignored);
    }
    bool isNull(const void *value) const override
    {
        const auto &variant = *static_cast<const QVariant *>(value);
        return QMetaType(m_type.metaType()).isEqualityComparable() && variant == QVariant(m_type.metaType());
    }
    QJsonObject schema(const Field &) const override { return reference(m_type); }

private:
    bool readAs(Resource::Writer writer, void *value, const Field &, const QJsonValue &json, const QString &pointer,
                FieldErrors &errors) const override
    {
        if (!json.isObject()) {
            errors += {pointer, u"wrong_type"_s, u"This must be an object."_s};
            return false;
        }
        const qsizetype before = errors.size();
        QVariant fresh(m_type.metaType());
        Resource::readJson(m_type, fresh.data(), json.toObject(), writer, Resource::Absent::IsError, pointer, errors);
        if (errors.size() > before)
            return false;
        *static_cast<QVariant *>(value) = fresh;
        return true;
    }
    const QMetaObject &m_type;
};

class GadgetListCodec : public NestedCodec
{
public:
    const QMetaObject *nested() const override { return &m_item; }
    explicit GadgetListCodec(const QMetaObject &item, QMetaType list)
        : m_item(item)
        , m_list(list)
    {
    }
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        out += '[';
        bool comma = false;
        for (const QVariant &item : static_cast<const QVariant *>(value)->value<QSequentialIterable>()) {
            if (comma)
                out += ',';
            comma = true;
            Resource::appendJson(out, m_item, item.constData());
        }
        out += ']';
    }
    void fromSql(void *value, const Field &field, const QVariant &sql) const override
    {
        FieldErrors ignored; // it was written by toSql()
        readAs(Resource::Writer::Server, value, field, QJsonDocument::fromJson(sql.toString().toUtf8()).array(), {},
               ignored);
    }
    bool isNull(const void *value) const override
    {
        return static_cast<const QVariant *>(value)->value<QSequentialIterable>().size() == 0;
    }
    QJsonObject schema(const Field &field) const override
    {
        return CodecLimits::withLimits(field, {{u"type"_s, u"array"_s}, {u"items"_s, reference(m_item)}}, u"minItems"_s,
                                       u"maxItems"_s);
    }

private:
    bool readAs(Resource::Writer writer, void *value, const Field &field, const QJsonValue &json,
                const QString &pointer, FieldErrors &errors) const override
    {
        if (!json.isArray()) {
            errors += {pointer, u"wrong_type"_s, u"This must be a list."_s};
            return false;
        }
        const QJsonArray array = json.toArray();
        if (!CodecLimits::fitsCount(field, array.size(), pointer, errors))
            return false;
        const qsizetype before = errors.size();
        QVariant list(m_list);
        auto items = list.view<QSequentialIterable>();
        for (qsizetype i = 0; i < array.size(); ++i) {
            QVariant item(m_item.metaType());
            const QString at = u"%1/%2"_s.arg(pointer).arg(i);
            if (array[i].isObject())
                Resource::readJson(m_item, item.data(), array[i].toObject(), writer, Resource::Absent::IsError, at,
                                   errors);
            else
                errors += {at, u"wrong_type"_s, u"This must be an object."_s};
            items.addValue(item);
        }
        if (errors.size() > before)
            return false;
        *static_cast<QVariant *>(value) = list;
        return true;
    }
    const QMetaObject &m_item;
    QMetaType m_list;
};

/// Keeps a codec until the program ends, like the field table that refers to it.
const Codec *kept(std::unique_ptr<const Codec> codec)
{
    static std::vector<std::unique_ptr<const Codec>> all;
    return all.emplace_back(std::move(codec)).get();
}
}

const Codec *Codec::of(const QMetaProperty &property)
{
    const QMetaType type = property.metaType();
    if (const Codec *scalar = scalarCodec(type))
        return scalar;
    if (const QMetaObject *scope = type.metaObject(); scope && type.flags().testFlag(QMetaType::IsEnumeration)) {
        const QByteArray name =
            QByteArray(type.name()).split(':').constLast(); // the enumeration may belong to another class
        return kept(std::make_unique<EnumCodec>(scope->enumerator(scope->indexOfEnumerator(name.constData()))));
    }
    if (type.flags().testFlag(QMetaType::IsGadget))
        return kept(std::make_unique<GadgetCodec>(*type.metaObject()));
    type.id(); // registers the conversion to QSequentialIterable
    if (const QVariant list(type); list.canConvert<QSequentialIterable>()) {
        const QMetaType item = list.value<QSequentialIterable>().metaContainer().valueMetaType();
        if (item.flags().testFlag(QMetaType::IsGadget))
            return kept(std::make_unique<GadgetListCodec>(*item.metaObject(), type));
    }
    throw std::logic_error(std::string("No codec knows the type of ") + property.name() + ": " + property.typeName());
}
