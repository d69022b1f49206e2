// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QJsonValue>

/// How one C++ type travels: to and from JSON, SQL, and as a JSON Schema. The field that a value belongs to comes along
/// for its limits and its enumeration.
class Codec
{
public:
    virtual ~Codec() = default;

    virtual void append(QByteArray &out, const Resource::Field &field, const void *value) const = 0;
    /// False, with an error said, if the value does not fit; `value` is then untouched.
    virtual bool read(void *value, const Resource::Field &field, const QJsonValue &json, const QString &pointer,
                      FieldErrors &errors) const = 0;
    virtual QVariant toSql(const Resource::Field &field, const void *value) const = 0;
    virtual void fromSql(void *value, const Resource::Field &field, const QVariant &sql) const = 0;
    virtual bool isNull(const void *value) const = 0;
    virtual QJsonObject schema(const Resource::Field &field) const = 0;

    /// The gadget that a value is or lists; null for what is no gadget.
    virtual const QMetaObject *nested() const { return nullptr; }

    /// The same for a gadget's property: the value is fetched into a temporary of its own type.
    virtual void appendProperty(QByteArray &out, const Resource::Field &field, const void *gadget,
                                bool &comma) const = 0;
    virtual void readProperty(void *gadget, const Resource::Field &field, const QJsonValue &json,
                              Resource::Writer writer, const QString &pointer, FieldErrors &errors) const = 0;
    virtual QVariant propertyToSql(const Resource::Field &field, const void *gadget) const = 0;
    virtual void propertyFromSql(void *gadget, const Resource::Field &field, const QVariant &sql) const = 0;

    /// The codec of a property's type. Ends the program for a type that has none: a mistake in the source.
    static const Codec *of(const QMetaProperty &property);
};
