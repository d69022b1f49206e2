// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QJsonValue>

/// Converts values of one C++ type to and from JSON and SQL, and describes the type as a JSON Schema. The field of a
/// value is passed along for its limits and its enumeration.
class Codec
{
public:
    virtual ~Codec() = default;

    virtual void append(QByteArray &out, const Resource::Field &field, const void *value) const = 0;
    /// Reads a JSON value. If it is not valid, appends an error, leaves `value` unchanged, and returns false.
    virtual bool read(void *value, const Resource::Field &field, const QJsonValue &json, const QString &pointer,
                      FieldErrors &errors) const = 0;
    virtual QVariant toSql(const Resource::Field &field, const void *value) const = 0;
    virtual void fromSql(void *value, const Resource::Field &field, const QVariant &sql) const = 0;
    virtual bool isNull(const void *value) const = 0;
    virtual QJsonObject schema(const Resource::Field &field) const = 0;

    /// Returns the gadget that a value is or contains as list items, or null.
    virtual const QMetaObject *nested() const { return nullptr; }

    /// The same for a property of a gadget. The value is copied to a temporary of its own type.
    virtual void appendProperty(QByteArray &out, const Resource::Field &field, const void *gadget,
                                bool &comma) const = 0;
    virtual void readProperty(void *gadget, const Resource::Field &field, const QJsonValue &json,
                              Resource::Writer writer, const QString &pointer, FieldErrors &errors) const = 0;
    virtual QVariant propertyToSql(const Resource::Field &field, const void *gadget) const = 0;
    virtual void propertyFromSql(void *gadget, const Resource::Field &field, const QVariant &sql) const = 0;

    /// Returns the codec of a property's type, which lives as long as the program.
    /// Throws: std::logic_error if the type has no codec, which is a programming error.
    /// Thread: one thread at a time, because Qt registers the type during the call. Resource::fieldsOf() ensures that.
    static const Codec *of(const QMetaProperty &property);
};
