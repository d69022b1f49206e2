// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/clienttext.h"
#include "models/core/idforms.h"
#include "models/core/jsontext.h"
#include "models/core/scalarcodecs.h"
#include "models/core/times.h"
#include "models/core/typedcodec.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace CodecLimits;
using Resource::Field;

namespace {

QJsonObject textSchema(const Field &field, const QString &format = {}, const QString &pattern = {})
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    const QString &known = field.format.isEmpty() ? format : field.format;
    if (!known.isEmpty())
        schema.insert(u"format"_s, known);
    const QString &form = field.pattern.isEmpty() ? pattern : field.pattern;
    // Properties of Unicode characters need a flag that not every validator of JSON Schema sets.
    if (!form.isEmpty() && !form.contains(u"\\p{"_s))
        schema.insert(u"pattern"_s, form);
    return withLimits(field, schema, u"minLength"_s, u"maxLength"_s);
}

class StringCodec : public TypedCodec<QString>
{
public:
    void append(QByteArray &out, const Field &, const void *value) const override
    {
        JsonText::appendString(out, *static_cast<const QString *>(value));
    }
    void readProperty(void *gadget, const Field &field, const QJsonValue &json, Resource::Writer writer,
                      const QString &pointer, FieldErrors &errors) const override
    {
        if (writer != Resource::Writer::Client || !json.isString())
            TypedCodec::readProperty(gadget, field, json, writer, pointer, errors);
        else if (const auto text = ClientText::accepted(field, json.toString(), pointer, errors))
            TypedCodec::readProperty(gadget, field, *text, writer, pointer, errors);
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        if (!json.isString())
            return wrongType(errors, pointer, u"a string"_s);
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

/// Converts a type that is a string in JSON and SQL. `Form` reads and writes the string.
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
    QJsonObject schema(const Field &field) const override { return textSchema(field, Form::format(), Form::pattern()); }
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
    static QString what() { return u"an absolute URL"_s; }
    static QString format() { return u"uri"_s; }
    static QString pattern() { return {}; }
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
    static QString what() { return u"a date, such as 2026-11-23"_s; }
    static QString format() { return u"date"_s; }
    static QString pattern() { return {}; }
};

struct BytesForm
{
    static QString write(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }
    static std::optional<QByteArray> read(const QString &text)
    {
        const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        return decoded ? std::optional(decoded.decoded) : std::nullopt;
    }
    static bool isNull(const QByteArray &bytes) { return bytes.isEmpty(); }
    static QString what() { return u"Base64"_s; }
    static QString format() { return u"byte"_s; }
    static QString pattern() { return {}; }
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
            return json.isString() ? fail(errors, pointer, u"malformed"_s, u"This must be an RFC 3339 time."_s)
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

/// Bytes are binary in SQL, and Base64 in JSON.
class BytesCodec : public TextCodec<QByteArray, BytesForm>
{
public:
    QVariant toSql(const Field &, const void *value) const override
    {
        const auto &bytes = *static_cast<const QByteArray *>(value);
        return bytes.isNull() ? QByteArray("") : bytes; // a null QByteArray would bind as NULL
    }
    void fromSql(void *value, const Field &, const QVariant &sql) const override
    {
        *static_cast<QByteArray *>(value) = sql.toByteArray();
    }
};
}

void addTextCodecs(CodecRegistry &registry)
{
    registry.insert(QMetaType::fromType<QString>(), std::make_shared<StringCodec>());
    registry.insert(QMetaType::fromType<QUrl>(), std::make_shared<TextCodec<QUrl, UrlForm>>());
    registry.insert(QMetaType::fromType<QByteArray>(), std::make_shared<BytesCodec>());
    registry.insert(QMetaType::fromType<QDate>(), std::make_shared<TextCodec<QDate, DateForm>>());
    registry.insert(QMetaType::fromType<QDateTime>(), std::make_shared<TimeCodec>());
    forEachIdKind([&registry](auto id) {
        using SomeId = decltype(id);
        registry.insert(QMetaType::fromType<SomeId>(), std::make_shared<TextCodec<SomeId, IdForm<SomeId>>>());
    });
}
