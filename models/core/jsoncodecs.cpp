// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/clienttext.h"
#include "models/core/idforms.h"
#include "models/core/jsontext.h"
#include "models/core/scalarcodecs.h"
#include "models/core/scope.h"
#include "models/core/typedcodec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace CodecLimits;
using Resource::Field;

namespace {

/// Converts free JSON and lists of names: JSON in JSON, and JSON text in SQL. A form with texts has `accepted()`, which
/// returns what a client sends as it is stored, or std::nullopt and an error.
template <typename T, typename Form>
class JsonCodec : public TypedCodec<T>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendValue(out, Form::write(*static_cast<const T *>(value)));
    }
    void readProperty(void *gadget, const Field &field, const QJsonValue &json, Resource::Writer writer,
                      const QString &pointer, FieldErrors &errors) const override
    {
        if constexpr (requires { Form::accepted(json, pointer, errors); }) {
            const auto accepted =
                writer == Resource::Writer::Client ? Form::accepted(json, pointer, errors) : std::optional(json);
            if (accepted)
                TypedCodec<T>::readProperty(gadget, field, *accepted, writer, pointer, errors);
        } else {
            TypedCodec<T>::readProperty(gadget, field, json, writer, pointer, errors);
        }
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        return Form::read(*static_cast<T *>(value), field, json, pointer, errors);
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        QByteArray text;
        JsonText::appendValue(text, Form::write(*static_cast<const T *>(value)));
        return QString::fromUtf8(text);
    }
    void fromSql(void *value, const Field &field, const QVariant &sql) const override
    {
        const auto document = QJsonDocument::fromJson(sql.toString().toUtf8());
        FieldErrors ignored; // it was written by toSql()
        Form::read(*static_cast<T *>(value), field,
                   document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, ignored);
    }
    bool isNull(const void *value) const override { return Form::isNull(*static_cast<const T *>(value)); }
    QJsonObject schema(const Field &field) const override { return Form::schema(field); }
};

struct ObjectForm
{
    static QJsonValue write(const QJsonObject &object) { return object; }
    static std::optional<QJsonValue> accepted(const QJsonValue &json, const QString &pointer, FieldErrors &errors)
    {
        return ClientText::requireSound(json, pointer, errors) ? std::optional(json) : std::nullopt;
    }
    static bool read(QJsonObject &value, const Field &, const QJsonValue &json, const QString &pointer,
                     FieldErrors &errors)
    {
        if (!json.isObject())
            return wrongType(errors, pointer, u"an object"_s);
        value = json.toObject();
        return true;
    }
    static bool isNull(const QJsonObject &object) { return object.isEmpty(); }
    static QJsonObject schema(const Field &) { return {{u"type"_s, u"object"_s}}; }
};

/// Converts a list whose items are strings, such as names and ids.
template <typename T, typename ItemForm>
struct ListForm
{
    static QJsonValue write(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &item : list)
            array.append(ItemForm::write(item));
        return array;
    }
    static bool read(QList<T> &value, const Field &field, const QJsonValue &json, const QString &pointer,
                     FieldErrors &errors)
    {
        if (!json.isArray())
            return wrongType(errors, pointer, u"a list"_s);
        const QJsonArray array = json.toArray();
        if (!fitsCount(field, array.size(), pointer, errors))
            return false;
        QList<T> result;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const auto item = array[i].isString() ? ItemForm::read(array[i].toString()) : std::nullopt;
            if (!item)
                return fail(errors, u"%1/%2"_s.arg(pointer).arg(i),
                            array[i].isString() ? u"malformed"_s : u"wrong_type"_s,
                            u"This must be %1."_s.arg(ItemForm::what()));
            result += *item;
        }
        value = result;
        return true;
    }
    static bool isNull(const QList<T> &list) { return list.isEmpty(); }
    static QJsonObject schema(const Field &field)
    {
        QJsonObject item{{u"type"_s, u"string"_s}};
        if (const QString pattern = ItemForm::pattern(); !pattern.isEmpty())
            item.insert(u"pattern"_s, pattern);
        return withLimits(field, {{u"type"_s, u"array"_s}, {u"items"_s, item}}, u"minItems"_s, u"maxItems"_s);
    }
};

struct NumbersForm
{
    static QJsonValue write(const QList<double> &numbers)
    {
        QJsonArray array;
        for (const double number : numbers)
            array.append(number);
        return array;
    }
    static bool read(QList<double> &value, const Field &field, const QJsonValue &json, const QString &pointer,
                     FieldErrors &errors)
    {
        const QJsonArray array = json.toArray();
        const auto isNumber = [](const QJsonValue &item) { return item.isDouble(); };
        if (!json.isArray() || !std::ranges::all_of(array, isNumber))
            return wrongType(errors, pointer, u"a list of numbers"_s);
        if (!fitsCount(field, array.size(), pointer, errors))
            return false;
        value.clear();
        for (const QJsonValue &item : array)
            value += item.toDouble();
        return true;
    }
    static bool isNull(const QList<double> &numbers) { return numbers.isEmpty(); }
    static QJsonObject schema(const Field &field)
    {
        return withLimits(field, {{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"type"_s, u"number"_s}}}},
                          u"minItems"_s, u"maxItems"_s);
    }
};

struct TextForm
{
    static QString write(const QString &text) { return text; }
    static std::optional<QString> read(const QString &text) { return text; }
    static QString what() { return u"a string"_s; }
    static QString pattern() { return {}; }
};

struct TextsForm : ListForm<QString, TextForm>
{
    static std::optional<QJsonValue> accepted(const QJsonValue &json, const QString &pointer, FieldErrors &errors)
    {
        QJsonArray items = json.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (!items[i].isString()) // read() refuses it
                continue;
            const auto text = ClientText::accepted({}, items[i].toString(), u"%1/%2"_s.arg(pointer).arg(i), errors);
            if (!text)
                return std::nullopt;
            items[i] = *text;
        }
        return json.isArray() ? QJsonValue(items) : json;
    }
};

struct ScopesForm
{
    static QJsonValue write(const Scopes &scopes) { return QJsonArray::fromStringList(scopeNames(scopes)); }
    static bool read(Scopes &value, const Field &, const QJsonValue &json, const QString &pointer, FieldErrors &errors)
    {
        if (!json.isArray())
            return wrongType(errors, pointer, u"a list of scopes"_s);
        Scopes result;
        for (const QJsonValue &item : json.toArray()) {
            const auto scope = scopeNamed(item.toString());
            if (!scope)
                return fail(errors, pointer, u"not_allowed"_s, u"The scope %1 does not exist."_s.arg(item.toString()));
            result |= *scope;
        }
        value = result;
        return true;
    }
    static bool isNull(const Scopes &scopes) { return !scopes; }
    static QJsonObject schema(const Field &)
    {
        QJsonArray names;
        for (const Scope scope : allScopes())
            names.append(scopeName(scope));
        const QJsonObject item{{u"type"_s, u"string"_s}, {u"enum"_s, names}};
        return {{u"type"_s, u"array"_s}, {u"items"_s, item}};
    }
};
}

void addJsonCodecs(CodecRegistry &registry)
{
    registry.insert(QMetaType::fromType<QJsonObject>(), std::make_shared<JsonCodec<QJsonObject, ObjectForm>>());
    registry.insert(QMetaType::fromType<QStringList>(), std::make_shared<JsonCodec<QStringList, TextsForm>>());
    registry.insert(QMetaType::fromType<QList<double>>(), std::make_shared<JsonCodec<QList<double>, NumbersForm>>());
    registry.insert(QMetaType::fromType<Scopes>(), std::make_shared<JsonCodec<Scopes, ScopesForm>>());
    forEachIdKind([&registry](auto id) {
        using SomeId = decltype(id);
        registry.insert(QMetaType::fromType<QList<SomeId>>(),
                        std::make_shared<JsonCodec<QList<SomeId>, ListForm<SomeId, IdForm<SomeId>>>>());
    });
}
