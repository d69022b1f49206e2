// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsontext.h"
#include "models/core/scalarcodecs.h"
#include "models/core/typedcodec.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace CodecLimits;
using Resource::Field;

namespace {

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

/// Returns the number if it is an integer of at most 64 bits. It is not read as a double, which above 2^53 is not
/// exact.
std::optional<qint64> exact(const QJsonValue &json)
{
    return json.toVariant().typeId() == QMetaType::LongLong ? std::optional(json.toInteger()) : std::nullopt;
}

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
        const std::optional<qint64> number = exact(json);
        if (!number)
            return wrongType(errors, pointer, u"an integer"_s);
        if (!inLimits(field, double(*number), pointer, errors))
            return false;
        if (!std::in_range<T>(*number))
            return fail(errors, pointer, u"too_large"_s, u"This number is out of range."_s);
        *static_cast<T *>(value) = static_cast<T>(*number);
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

/// Converts a number that may be absent, because 0 has a meaning of its own.
template <typename T, typename NumberCodec>
class OptionalCodec : public TypedCodec<std::optional<T>>
{
public:
    using Value = std::optional<T>;

    void append(QByteArray &out, const Field &field, const void *value) const override
    {
        if (const Value &number = *static_cast<const Value *>(value))
            m_codec.append(out, field, &*number);
        else
            out += "null";
    }
    bool read(void *value, const Field &field, const QJsonValue &json, const QString &pointer,
              FieldErrors &errors) const override
    {
        T number{};
        if (!m_codec.read(&number, field, json, pointer, errors))
            return false;
        *static_cast<Value *>(value) = number;
        return true;
    }
    QVariant toSql(const Field &, const void *value) const override
    {
        const Value &number = *static_cast<const Value *>(value);
        return number ? QVariant::fromValue(*number) : QVariant();
    }
    void fromSql(void *value, const Field &field, const QVariant &sql) const override
    {
        T number{};
        m_codec.fromSql(&number, field, sql);
        *static_cast<Value *>(value) = number;
    }
    bool isNull(const void *value) const override { return !static_cast<const Value *>(value)->has_value(); }
    QJsonObject schema(const Field &field) const override { return m_codec.schema(field); }

private:
    NumberCodec m_codec;
};

/// Converts durations: seconds in JSON, with a fraction if needed, and milliseconds in SQL.
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
}

void addNumberCodecs(CodecRegistry &registry)
{
    registry.insert(QMetaType::fromType<bool>(), std::make_shared<BoolCodec>());
    registry.insert(QMetaType::fromType<int>(), std::make_shared<IntegerCodec<int>>());
    registry.insert(QMetaType::fromType<qint64>(), std::make_shared<IntegerCodec<qint64>>());
    registry.insert(QMetaType::fromType<std::optional<qint64>>(),
                    std::make_shared<OptionalCodec<qint64, IntegerCodec<qint64>>>());
    registry.insert(QMetaType::fromType<double>(), std::make_shared<DoubleCodec>());
    registry.insert(QMetaType::fromType<std::optional<double>>(),
                    std::make_shared<OptionalCodec<double, DoubleCodec>>());
    registry.insert(QMetaType::fromType<std::chrono::milliseconds>(), std::make_shared<DurationCodec>());
}
