// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaObject>
#include <QVariantMap>

/// Converts the API's JSON to values for QML and back. Names change from snake_case to camelCase, times become dates,
/// and objects become maps. Enumerations and ids stay strings, so that QML can write `state === "online"`.
namespace RoleValues {

/// Returns the members of `json` that are properties of `type`. Missing members are included as undefined values.
QVariantMap fromJson(const QMetaObject &type, const QJsonObject &json);
/// Returns the members of a JSON object without a known type. Every string stays a string.
QVariantMap fromJson(const QJsonObject &json);
/// Converts names back to snake_case, in nested maps and lists too.
QJsonObject toJson(const QVariantMap &values);
/// Returns those of `values` that differ from `stored`, so that saving a form changes nothing that its user did not
/// change. A missing value equals an empty one, and 3 equals 3.0.
QVariantMap differing(const QVariantMap &values, const QVariantMap &stored);
}
