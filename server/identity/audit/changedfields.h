// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QJsonArray>
#include <QJsonObject>

/// Returns `{"fields": […]}` with the names of the changed columns. The values are left out.
template <typename T>
QJsonObject changedFields(const T &before, const T &after)
{
    QJsonArray names;
    for (const auto &field : Resource::fieldsOf(T::staticMetaObject).all) {
        if (field.stored && !field.readOnly && Resource::toSql(field, &before) != Resource::toSql(field, &after))
            names.append(QString::fromLatin1(field.name));
    }
    return {{QStringLiteral("fields"), names}};
}
