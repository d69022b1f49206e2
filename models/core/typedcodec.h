// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/codec.h"

/// A codec for a C++ type. Copies a property's value between the gadget and a temporary without QVariant.
template <typename T>
class TypedCodec : public Codec
{
public:
    void appendProperty(QByteArray &out, const Resource::Field &field, const void *gadget, bool &comma) const override
    {
        const T value = get(field, gadget);
        if (field.optional && isNull(&value))
            return;
        if (comma)
            out += ',';
        comma = true;
        out += field.jsonKey;
        append(out, field, &value);
    }
    void readProperty(void *gadget, const Resource::Field &field, const QJsonValue &json, Resource::Writer,
                      const QString &pointer, FieldErrors &errors) const override
    {
        T value = field.optional && json.isNull() ? T() : get(field, gadget);
        if ((field.optional && json.isNull()) || read(&value, field, json, pointer, errors))
            set(field, gadget, value);
    }
    QVariant propertyToSql(const Resource::Field &field, const void *gadget) const override
    {
        const T value = get(field, gadget);
        return field.nullable && isNull(&value) ? QVariant() : toSql(field, &value);
    }
    void propertyFromSql(void *gadget, const Resource::Field &field, const QVariant &sql) const override
    {
        T value{};
        if (!sql.isNull())
            fromSql(&value, field, sql);
        set(field, gadget, value);
    }

private:
    static T get(const Resource::Field &field, const void *gadget)
    {
        T value{};
        access(field, const_cast<void *>(gadget), QMetaObject::ReadProperty, &value);
        return value;
    }
    static void set(const Resource::Field &field, void *gadget, T &value)
    {
        access(field, gadget, QMetaObject::WriteProperty, &value);
    }
    static void access(const Resource::Field &field, void *gadget, QMetaObject::Call call, T *value)
    {
        int status = -1;
        int flags = 0;
        void *arguments[] = {value, nullptr, &status, &flags};
        // Like QMetaProperty::readOnGadget(), but without a QVariant.
        field.meta.enclosingMetaObject()->d.static_metacall(static_cast<QObject *>(gadget), call,
                                                            field.meta.relativePropertyIndex(), arguments);
    }
};
