// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/statement.h"

#include <QSqlRecord>

void Database::read(const QMetaObject &type, void *gadget, Statement &row)
{
    const auto &fields = Resource::fieldsOf(type).all;
    QList<int> &columns = row.columns[&type];
    if (columns.isEmpty()) {
        const QSqlRecord record = row.query.record();
        for (const auto &field : fields)
            columns += field.stored ? record.indexOf(QLatin1StringView(field.name)) : -1;
    }
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (columns[i] >= 0)
            Resource::fromSql(fields[i], gadget, row.query.value(columns[i]));
    }
}

QVariant Database::valueWith(QByteArrayView sql, const QVariantList &values)
{
    QVariant found;
    run(sql, values, [&](Statement &row) {
        if (!found.isValid())
            found = row.query.value(0);
    });
    return found;
}

QByteArray Database::lockingSelect(const QMetaObject &type) const
{
    if (!m_nested)
        throw std::logic_error("A row was locked outside a transaction.");
    const auto &fields = Resource::fieldsOf(type);
    return "SELECT * FROM " + fields.table + " WHERE " + fields.key + " = ?" + forUpdate();
}

void Database::insertRow(const QMetaObject &type, const void *gadget)
{
    const auto &fields = Resource::fieldsOf(type);
    QVariantList values;
    for (const auto &field : fields.all) {
        if (field.stored)
            values += Resource::toSql(field, gadget);
    }
    run("INSERT INTO " + fields.table + " (" + fields.columns + ") VALUES (" + placeholders(values.size()) + ")",
        values, {});
}

bool Database::updateRow(const QMetaObject &type, const void *gadget)
{
    const auto &fields = Resource::fieldsOf(type);
    QVariantList values;
    QByteArray assignments;
    for (const auto &field : fields.all) {
        if (!field.stored || field.name == fields.key)
            continue;
        assignments += (assignments.isEmpty() ? "" : ", ") + field.name + " = ?";
        values += Resource::toSql(field, gadget);
    }
    values += Resource::toSql(*fields.find(fields.key), gadget);
    return run("UPDATE " + fields.table + " SET " + assignments + " WHERE " + fields.key + " = ?", values, {}) > 0;
}

QByteArray Database::placeholders(qsizetype count)
{
    return count > 0 ? "?" + QByteArray(", ?").repeated(count - 1) : QByteArray();
}
