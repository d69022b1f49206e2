// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/sqlvalue.h"

#include <QByteArray>
#include <QVariantList>

/// The text after WHERE with the values of its placeholders, built at run time from the filters of a request.
class Conditions
{
public:
    Conditions() = default;
    /// Begins with a condition that always applies.
    template <typename... Args>
    explicit Conditions(QByteArrayView sql, const Args &...values)
    {
        add(sql, values...);
    }

    template <typename... Args>
    void add(QByteArrayView sql, const Args &...values)
    {
        addWith(sql, {SqlValue::of(values)...});
    }
    /// Adds a condition with values in the form that SqlValue::of() returns.
    void addWith(QByteArrayView sql, const QVariantList &values)
    {
        m_sql += m_sql.isEmpty() ? "" : " AND ";
        m_sql += sql;
        m_values += values;
    }
    /// Adds the condition if there is a value. A null ID, an invalid time, an empty text and an empty optional are no
    /// values.
    template <typename T>
    void filter(QByteArrayView sql, const T &value)
    {
        const QVariant bound = SqlValue::of(value);
        const bool emptyText = bound.typeId() == QMetaType::QString && bound.toString().isEmpty();
        if (!bound.isNull() && !emptyText)
            addWith(sql, {bound});
    }

    /// Returns the text. Without conditions, it is true for every row.
    QByteArray sql() const { return m_sql.isEmpty() ? QByteArrayLiteral("1 = 1") : m_sql; }
    QVariantList values() const { return m_values; }

private:
    QByteArray m_sql;
    QVariantList m_values;
};
