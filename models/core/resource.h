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

/// The project's only reflection. The properties of a Q_GADGET are its schema: JSON, SQL rows, the OpenAPI document,
/// and QML roles are derived from them. JSON members and columns are the property names in snake_case.
///
/// REQUIRED           the client must send the property
/// DESIGNABLE false   the server assigns the property and refuses it from clients (OpenAPI `readOnly`)
/// STORED false       no column
/// SCRIPTABLE false   no JSON member
/// Q_CLASSINFO("table", …), ("key", property)       the SQL table, and its primary key unless that is the first column
/// Q_CLASSINFO("<property>.doc", …)                  a sentence for the OpenAPI document
/// Q_CLASSINFO("<property>.example", …)              a value for the OpenAPI document, as JSON or as plain text
/// Q_CLASSINFO("<property>.min" | ".max", number)    limits of a number, of a string's length, or of a list's length
/// Q_CLASSINFO("<property>.pattern" | ".format", …)  pattern and format of a string, as in JSON Schema
/// Q_CLASSINFO("<property>.optional", "true")        absent from JSON and NULL in SQL while the value is null or empty
/// Q_CLASSINFO("<property>.optional", "json")        absent from JSON alone, and empty in SQL
namespace Resource {

/// The description of one property, computed once.
struct Field
{
    QByteArray name; ///< name of the JSON member, column, and parameter in snake_case
    QByteArray jsonKey; ///< `"name":`
    QByteArray property; ///< name of the property and of the QML role
    QMetaProperty meta;
    const Codec *codec = nullptr;
    bool required = false;
    bool readOnly = false;
    bool stored = true;
    bool json = true;
    bool optional = false; ///< in JSON
    bool nullable = false; ///< in SQL
    std::optional<double> min;
    std::optional<double> max;
    QString pattern;
    QString format;
    QString doc;
    QByteArray example;
};

/// The fields of one type in the order of declaration.
struct Fields
{
    const QMetaObject *type = nullptr;
    QList<Field> all;
    QByteArray table;
    QByteArray key; ///< column of the primary key
    QByteArray columns; ///< the stored columns, as `a, b, c`
    const Field *find(QByteArrayView name) const;
};

/// Returns the fields of a type. They are computed at the first call and kept.
/// Thread: safe to call from any thread.
const Fields &fieldsOf(const QMetaObject &type);

/// The origin of a document. A client may not set properties that the server assigns.
enum class Writer { Client, Server };
/// Whether a missing required member is an error (a new object) or keeps its value (a change).
enum class Absent { IsError, Stays };

void appendJson(QByteArray &out, const QMetaObject &type, const void *gadget);
void readJson(const QMetaObject &type, void *gadget, const QJsonObject &json, Writer writer, Absent absent,
              const QString &pointer, FieldErrors &errors);
/// What a JSON Schema describes: what the server sends, what a client must send for a new object, or what a client may
/// send to change one. A client's optional member may also be null.
enum class Shape { Reply, Body, Changes };

/// Returns the JSON Schema (2020-12) of a type. Nested gadgets are references to `#/components/schemas/…`.
QJsonObject schema(const QMetaObject &type, Shape shape);

/// Returns the gadgets that a field contains, directly or in a list.
QList<const QMetaObject *> nestedTypes(const Field &field);

/// Converts a field's value to the form bound to an SQL statement, and back from a row.
QVariant toSql(const Field &field, const void *gadget);
void fromSql(const Field &field, void *gadget, const QVariant &value);
/// Converts `mainUser` to `main_user`.
QByteArray snakeCase(QByteArrayView name);
}

/// Returns a gadget as compact JSON.
template <typename T>
QByteArray toJson(const T &value)
{
    QByteArray out;
    Resource::appendJson(out, T::staticMetaObject, &value);
    return out;
}

/// Returns a gadget read from JSON. Appends an error for each member that is not valid.
template <typename T>
T fromJson(const QJsonObject &json, FieldErrors &errors, Resource::Writer writer = Resource::Writer::Client)
{
    T value;
    Resource::readJson(T::staticMetaObject, &value, json, writer, Resource::Absent::IsError, {}, errors);
    return value;
}

/// Changes the members of `value` that `json` contains. Appends an error for each member that is not valid.
template <typename T>
void patchFromJson(const QJsonObject &json, T &value, FieldErrors &errors)
{
    Resource::readJson(T::staticMetaObject, &value, json, Resource::Writer::Client, Resource::Absent::Stays, {},
                       errors);
}
