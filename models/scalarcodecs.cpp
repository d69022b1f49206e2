// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scalarcodecs.h"

#include "models/id.h"
#include "models/jsontext.h"
#include "models/scope.h"
#include "models/times.h"
#include "models/typedcodec.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <chrono>
#include <cmath>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using Resource::Field;

namespace {

bool fail(FieldErrors &errors, const QString &pointer, const QString &code, const QString &detail)
{
    errors += {pointer, code, detail};
    return false;
}

bool wrongType(FieldErrors &errors, const QString &pointer, const QString &wanted)
{
    return fail(errors, pointer, u"wrong_type"_s, u"This must be %1."_s.arg(wanted));
}

bool inLimits(const Field &field, double number, const QString &pointer, FieldErrors &errors)
{
    if (field.min && number < *field.min)
        return fail(errors, pointer, u"too_small"_s, u"The least is %1."_s.arg(*field.min));
    if (field.max && number > *field.max)
        return fail(errors, pointer, u"too_large"_s, u"The most is %1."_s.arg(*field.max));
    return true;
}

QJsonObject withLimits(const Field &field, QJsonObject schema, const QString &least, const QString &most)
{
    if (field.min)
        schema.insert(least, *field.min);
    if (field.max)
        schema.insert(most, *field.max);
    return schema;
}

class BoolCodec : public TypedCodec<bool>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        out += *static_cast<const bool *>(value) ? "true" : "false";
    }
    bool read(void *value, const Field &, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        if (!json.isBool())
            return wrongType(errors, pointer, u"true or false"_s);
        *static_cast<bool *>(value) = json.toBool();
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override { return *static_cast<const bool *>(value); }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<bool *>(value) = sql.toBool();
    }
    bool isNull(const void *) const override { return false; }
    QJsonObject schema(const Field &) const override { return {{u"type"_s, u"boolean"_s}}; }
};

template <typename T>
class IntegerCodec : public TypedCodec<T>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        out += QByteArray::number(*static_cast<const T *>(value));
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        const double number = json.toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!(std::floor(number) == number) || std::abs(number) > 9007199254740992.0)
            return wrongType(errors, pointer, u"an integer"_s);
        if (!inLimits(field, number, pointer, errors))
            return false;
        if (number > double(std::numeric_limits<T>::max()) || number < double(std::numeric_limits<T>::min()))
            return fail(errors, pointer, u"too_large"_s, u"This number is out of range."_s);
        *static_cast<T *>(value) = static_cast<T>(number);
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        return QVariant::fromValue(qint64(*static_cast<const T *>(value)));
    }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<T *>(value) = static_cast<T>(sql.toLongLong());
    }
    bool isNull(const void *value) const override { return *static_cast<const T *>(value) == 0; }
    QJsonObject schema(const Field &field) const override
    {
        return withLimits(field, {{u"type"_s, u"integer"_s}}, u"minimum"_s, u"maximum"_s);
    }
};

class DoubleCodec : public TypedCodec<double>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendNumber(out, *static_cast<const double *>(value));
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        if (!json.isDouble())
            return wrongType(errors, pointer, u"a number"_s);
        if (!inLimits(field, json.toDouble(), pointer, errors))
            return false;
        *static_cast<double *>(value) = json.toDouble();
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override { return *static_cast<const double *>(value); }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<double *>(value) = sql.toDouble();
    }
    bool isNull(const void *value) const override { return std::isnan(*static_cast<const double *>(value)); }
    QJsonObject schema(const Field &field) const override
    {
        return withLimits(field, {{u"type"_s, u"number"_s}}, u"minimum"_s, u"maximum"_s);
    }
};

/// Durations are seconds in JSON, with a fraction where there is one, and milliseconds in SQL.
class DurationCodec : public TypedCodec<std::chrono::milliseconds>
{
public:
    using Duration = std::chrono::milliseconds;

    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendNumber(out, double(static_cast<const Duration *>(value)->count()) / 1000);
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        if (!json.isDouble() || std::abs(json.toDouble()) > 1e12)
            return wrongType(errors, pointer, u"a number of seconds"_s);
        if (!inLimits(field, json.toDouble(), pointer, errors))
            return false;
        *static_cast<Duration *>(value) = Duration(std::llround(json.toDouble() * 1000));
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        return QVariant::fromValue(qint64(static_cast<const Duration *>(value)->count()));
    }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<Duration *>(value) = Duration(sql.toLongLong());
    }
    bool isNull(const void *value) const override { return static_cast<const Duration *>(value)->count() == 0; }
    QJsonObject schema(const Field &field) const override
    {
        return withLimits(field, {{u"type"_s, u"number"_s}, {u"description"_s, u"seconds"_s}}, u"minimum"_s,
                          u"maximum"_s);
    }
};

/// Limits and forms that every text shares, whatever it stands for.
bool fitsText(const Field &field, const QString &text, const QString &pointer, FieldErrors &errors)
{
    if (text.contains(QChar::Null)) // PostgreSQL has no place for it
        return fail(errors, pointer, u"malformed"_s, u"U+0000 is not allowed."_s);
    const auto length = double(text.toUcs4().size());
    if (field.min && length < *field.min)
        return fail(errors, pointer, u"too_short"_s, u"At least %1 characters are needed."_s.arg(*field.min));
    if (field.max && length > *field.max)
        return fail(errors, pointer, u"too_long"_s, u"At most %1 characters are allowed."_s.arg(*field.max));
    // Anchored, as `$` alone lets a line break pass at the end.
    if (!field.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).match(text).hasMatch())
        return fail(errors, pointer, u"malformed"_s, u"This does not have the form that is needed."_s);
    return true;
}

QJsonObject textSchema(const Field &field, const QString &format = {})
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    const QString &known = field.format.isEmpty() ? format : field.format;
    if (!known.isEmpty())
        schema.insert(u"format"_s, known);
    if (!field.pattern.isEmpty())
        schema.insert(u"pattern"_s, field.pattern);
    return withLimits(field, schema, u"minLength"_s, u"maxLength"_s);
}

class StringCodec : public TypedCodec<QString>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendString(out, *static_cast<const QString *>(value));
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        if (!json.isString())
            return wrongType(errors, pointer, u"a text"_s);
        if (!fitsText(field, json.toString(), pointer, errors))
            return false;
        *static_cast<QString *>(value) = json.toString();
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        const auto &text = *static_cast<const QString *>(value);
        return text.isNull() ? u""_s : text; // a null QString would bind as NULL
    }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<QString *>(value) = sql.toString();
    }
    bool isNull(const void *value) const override { return static_cast<const QString *>(value)->isEmpty(); }
    QJsonObject schema(const Field &field) const override { return textSchema(field); }
};

/// A type that is a text in JSON and SQL alike: what it says of itself is how it reads and writes that text.
template <typename T, typename Form>
class TextCodec : public TypedCodec<T>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        const auto &typed = *static_cast<const T *>(value);
        if (Form::isNull(typed))
            out += "null";
        else
            JsonText::appendString(out, Form::write(typed));
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        if (!json.isString())
            return wrongType(errors, pointer, Form::what());
        if (!fitsText(field, json.toString(), pointer, errors))
            return false;
        const std::optional<T> parsed = Form::read(json.toString());
        if (!parsed)
            return fail(errors, pointer, u"malformed"_s, u"This must be %1."_s.arg(Form::what()));
        *static_cast<T *>(value) = *parsed;
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        const auto &typed = *static_cast<const T *>(value);
        return Form::isNull(typed) ? QVariant() : QVariant(Form::write(typed));
    }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<T *>(value) = Form::read(sql.toString()).value_or(T());
    }
    bool isNull(const void *value) const override { return Form::isNull(*static_cast<const T *>(value)); }
    QJsonObject schema(const Field &field) const override { return textSchema(field, Form::format()); }
};

struct UrlForm
{
    static QString write(const QUrl &url) { return url.toString(QUrl::FullyEncoded); }
    static std::optional<QUrl> read(const QString &text)
    {
        const QUrl url(text, QUrl::StrictMode);
        return url.isValid() && !url.scheme().isEmpty() ? std::optional(url) : std::nullopt;
    }
    static bool isNull(const QUrl &url) { return url.isEmpty(); }
    static QString what() { return u"an absolute address (URL)"_s; }
    static QString format() { return u"uri"_s; }
};

struct DateForm
{
    static QString write(const QDate &date) { return date.toString(Qt::ISODate); }
    static std::optional<QDate> read(const QString &text)
    {
        const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    static bool isNull(const QDate &date) { return !date.isValid(); }
    static QString what() { return u"a day, such as 2026-11-23"_s; }
    static QString format() { return u"date"_s; }
};

template <typename SomeId>
struct IdForm
{
    static QString write(const SomeId &id) { return id.toString(); }
    static std::optional<SomeId> read(const QString &text) { return SomeId::parse(text); }
    static bool isNull(const SomeId &id) { return id.isNull(); }
    static QString what() { return u"an id that begins with %1"_s.arg(SomeId::prefix); }
    static QString format() { return {}; }
};

class TimeCodec : public TypedCodec<QDateTime>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        const auto &time = *static_cast<const QDateTime *>(value);
        if (!time.isValid()) {
            out += "null";
            return;
        }
        out += '"';
        Times::append(out, time.toMSecsSinceEpoch());
        out += '"';
    }
    bool read(void *value, const Field &, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        const auto time = Times::parse(json.toString());
        if (!time)
            return json.isString() ? fail(errors, pointer, u"malformed"_s, u"This must be a time as RFC 3339 has it."_s)
                                   : wrongType(errors, pointer, u"a time, such as 2026-11-23T13:26:06.123Z"_s);
        *static_cast<QDateTime *>(value) = *time;
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        const auto &time = *static_cast<const QDateTime *>(value);
        return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
    }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<QDateTime *>(value) = Times::fromMilliseconds(sql.toLongLong());
    }
    bool isNull(const void *value) const override { return !static_cast<const QDateTime *>(value)->isValid(); }
    QJsonObject schema(const Field &) const override
    {
        return {{u"type"_s, u"string"_s}, {u"format"_s, u"date-time"_s}};
    }
};

/// Free JSON and lists of names: JSON in JSON, and its text in SQL.
template <typename T, typename Form>
class JsonCodec : public TypedCodec<T>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendValue(out, Form::write(*static_cast<const T *>(value)));
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

bool fitsCount(const Field &field, qsizetype count, const QString &pointer, FieldErrors &errors)
{
    if (field.min && double(count) < *field.min)
        return fail(errors, pointer, u"too_short"_s, u"At least %1 items are needed."_s.arg(*field.min));
    if (field.max && double(count) > *field.max)
        return fail(errors, pointer, u"too_long"_s, u"At most %1 items are allowed."_s.arg(*field.max));
    return true;
}

/// A list whose items are texts: names, ids.
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
        return withLimits(field, {{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"type"_s, u"string"_s}}}},
                          u"minItems"_s, u"maxItems"_s);
    }
};

struct PlainText
{
    static QString write(const QString &text) { return text; }
    static std::optional<QString> read(const QString &text)
    {
        return text.contains(QChar::Null) ? std::nullopt : std::optional(text);
    }
    static QString what() { return u"a text"_s; }
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
                return fail(errors, pointer, u"not_allowed"_s, u"There is no scope %1."_s.arg(item.toString()));
            result |= *scope;
        }
        value = result;
        return true;
    }
    static bool isNull(const Scopes &scopes) { return !scopes; }
    static QJsonObject schema(const Field &)
    {
        const QJsonObject item{{u"type"_s, u"string"_s},
                               {u"enum"_s, QJsonArray::fromStringList(scopeNames(~Scopes()))}};
        return {{u"type"_s, u"array"_s}, {u"items"_s, item}};
    }
};

using Registry = QHash<QMetaType, std::shared_ptr<Codec>>;

template <typename SomeId>
void addId(Registry &registry)
{
    registry.insert(QMetaType::fromType<SomeId>(), std::make_shared<TextCodec<SomeId, IdForm<SomeId>>>());
    registry.insert(QMetaType::fromType<QList<SomeId>>(),
                    std::make_shared<JsonCodec<QList<SomeId>, ListForm<SomeId, IdForm<SomeId>>>>());
}

Registry makeRegistry()
{
    Registry registry;
    registry.insert(QMetaType::fromType<bool>(), std::make_shared<BoolCodec>());
    registry.insert(QMetaType::fromType<int>(), std::make_shared<IntegerCodec<int>>());
    registry.insert(QMetaType::fromType<qint64>(), std::make_shared<IntegerCodec<qint64>>());
    registry.insert(QMetaType::fromType<double>(), std::make_shared<DoubleCodec>());
    registry.insert(QMetaType::fromType<QString>(), std::make_shared<StringCodec>());
    registry.insert(QMetaType::fromType<QUrl>(), std::make_shared<TextCodec<QUrl, UrlForm>>());
    registry.insert(QMetaType::fromType<QDate>(), std::make_shared<TextCodec<QDate, DateForm>>());
    registry.insert(QMetaType::fromType<QDateTime>(), std::make_shared<TimeCodec>());
    registry.insert(QMetaType::fromType<std::chrono::milliseconds>(), std::make_shared<DurationCodec>());
    registry.insert(QMetaType::fromType<QJsonObject>(), std::make_shared<JsonCodec<QJsonObject, ObjectForm>>());
    registry.insert(QMetaType::fromType<QStringList>(),
                    std::make_shared<JsonCodec<QStringList, ListForm<QString, PlainText>>>());
    registry.insert(QMetaType::fromType<Scopes>(), std::make_shared<JsonCodec<Scopes, ScopesForm>>());
    addId<AccountId>(registry);
    addId<UserId>(registry);
    addId<AppId>(registry);
    addId<DeviceId>(registry);
    addId<DeviceGroupId>(registry);
    addId<DeviceModeId>(registry);
    addId<ZoneId>(registry);
    addId<DeviceMarkId>(registry);
    addId<DeviceDataId>(registry);
    addId<RetentionId>(registry);
    addId<OrderId>(registry);
    addId<NotificationId>(registry);
    addId<ActionId>(registry);
    addId<SessionId>(registry);
    return registry;
}
}

const Codec *scalarCodec(QMetaType type)
{
    static const Registry registry = makeRegistry();
    return registry.value(type).get();
}
