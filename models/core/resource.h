// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMetaObject>
#include <QMetaProperty>
#include <QVariant>

#include <optional>

class Codec;

/// The only reflection of the project: a Q_GADGET's properties are its schema, and JSON, SQL rows, OpenAPI and QML
/// roles all follow from them. Names are the property's in snake_case, derived, never repeated.
///
/// REQUIRED           the client must send it
/// DESIGNABLE false   the server assigns it; a client that sends it is refused (OpenAPI `readOnly`)
/// STORED false       no column
/// SCRIPTABLE false   no JSON member
/// Q_CLASSINFO("table", …), ("key", property)       the SQL table, and its primary key where it is not the first column
/// Q_CLASSINFO("<property>.doc", …)                  a sentence for the OpenAPI document
/// Q_CLASSINFO("<property>.min" | ".max", number)    limits: a number's value, a text's characters, a list's items
/// Q_CLASSINFO("<property>.pattern" | ".format", …)  of a text, as JSON Schema has them
/// Q_CLASSINFO("<property>.optional", "true")        absent from JSON, and NULL in SQL, while it is null or empty
namespace Resource {

/// One property, looked at once and kept.
struct Field
{
    QByteArray name; ///< JSON member, column and parameter: snake_case
    QByteArray jsonKey; ///< `"name":`, ready to write
    QByteArray property; ///< the C++ name, and the QML role
    QMetaProperty meta;
    const Codec *codec = nullptr;
    bool required = false;
    bool readOnly = false;
    bool stored = true;
    bool json = true;
    bool optional = false;
    std::optional<double> min;
    std::optional<double> max;
    QString pattern;
    QString format;
    QString doc;
};

/// The fields of one type, in the order of their declaration.
struct Fields
{
    const QMetaObject *type = nullptr;
    QList<Field> all;
    QByteArray table;
    QByteArray key; ///< column of the primary key
    QByteArray columns; ///< `a, b, c`: the stored ones
    const Field *find(QByteArrayView name) const;
};

/// Made at the first call for a type and kept for good; safe from every thread.
const Fields &fieldsOf(const QMetaObject &type);

/// Who writes: a client may not set what the server assigns.
enum class Writer { Client, Server };
/// Whether what is absent is an error (a new object) or stays as it is (a change).
enum class Absent { IsError, Stays };

void appendJson(QByteArray &out, const QMetaObject &type, const void *gadget);
void readJson(const QMetaObject &type, void *gadget, const QJsonObject &json, Writer writer, Absent absent,
              const QString &pointer, FieldErrors &errors);
/// JSON Schema 2020-12 of the type; other gadgets in it are `$ref`s to `#/components/schemas/…`.
QJsonObject schema(const QMetaObject &type);

/// The gadgets that a field holds, itself or as a list.
QList<const QMetaObject *> nestedTypes(const Field &field);

/// A field's value as it is bound to a statement, and back from a row.
QVariant toSql(const Field &field, const void *gadget);
void fromSql(const Field &field, void *gadget, const QVariant &value);
/// `mainUser` → `main_user`.
QByteArray snakeCase(QByteArrayView name);
}

/// Compact JSON.
template <typename T>
QByteArray toJson(const T &value)
{
    QByteArray out;
    Resource::appendJson(out, T::staticMetaObject, &value);
    return out;
}

template <typename T>
T fromJson(const QJsonObject &json, FieldErrors &errors, Resource::Writer writer = Resource::Writer::Client)
{
    T value;
    Resource::readJson(T::staticMetaObject, &value, json, writer, Resource::Absent::IsError, {}, errors);
    return value;
}

template <typename T>
void patchFromJson(const QJsonObject &json, T &value, FieldErrors &errors)
{
    Resource::readJson(T::staticMetaObject, &value, json, Resource::Writer::Client, Resource::Absent::Stays, {},
                       errors);
}
