// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaObject>
#include <QVariantMap>

/// Between the API's JSON and what QML works with. Names turn from snake_case to camelCase, times to dates, objects
/// to maps; enumerations and ids stay the words and texts that the API has, so that QML says `state === "online"`.
namespace RoleValues {

/// The members of `json` that are properties of `type`; those that are missing are there all the same, undefined.
QVariantMap fromJson(const QMetaObject &type, const QJsonObject &json);
/// Members of a document without a type: every text stays a text.
QVariantMap fromJson(const QJsonObject &json);
/// Names back to snake_case, in nested maps and lists too.
QJsonObject toJson(const QVariantMap &values);
}
