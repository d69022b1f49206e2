// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

class ApiReference;

/// Returns the members of a schema as rows of a table, each followed by the members of the objects in it. A row has
/// `name`, `depth`, `type`, `required`, `description`, and a list `limits` of texts such as `1 to 100 characters`.
QJsonArray schemaRows(const QJsonObject &schema, const ApiReference &reference);
/// Returns the row of one value: of a parameter, or of a body that is no object.
QJsonObject schemaRow(const QString &name, const QJsonObject &schema, bool required);
