// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/resource.h"
#include "models/core/scope.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QVariant>

#include <chrono>
#include <optional>
#include <type_traits>

/// Converts values to the form that is bound to a statement, which is that of a model's columns: IDs and enumerations
/// as text, times and durations as milliseconds.
namespace SqlValue {

template <typename T>
QVariant of(const T &value)
{
    if constexpr (std::is_enum_v<T>)
        return QString::fromLatin1(Resource::snakeCase(QMetaEnum::fromType<T>().valueToKey(int(value))));
    else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>)
        return QVariant::fromValue(qint64(value));
    else
        return QVariant::fromValue(value);
}
template <typename Kind>
QVariant of(const Id<Kind> &id)
{
    return id.isNull() ? QVariant() : QVariant(id.toString());
}
inline QVariant of(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text; // a null QString would be bound as NULL
}
inline QVariant of(const QDateTime &time) { return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(); }
inline QVariant of(const QDate &day) { return day.isValid() ? QVariant(day.toString(Qt::ISODate)) : QVariant(); }
inline QVariant of(std::chrono::milliseconds duration) { return QVariant::fromValue(qint64(duration.count())); }
inline QVariant of(Scopes scopes)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(scopeNames(scopes))).toJson(QJsonDocument::Compact));
}
inline QVariant of(std::nullptr_t) { return {}; }
inline QVariant of(const QVariant &value) { return value; }
template <typename T>
QVariant of(const std::optional<T> &value)
{
    return value ? of(*value) : QVariant();
}
}
