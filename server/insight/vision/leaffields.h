// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/core/id.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

/// The fields of the leaves of conditions, with their limits and default values.
namespace LeafFields {

/// Returns the names of all leaves.
QStringList leaves();
bool isLeaf(const QString &name);
/// Checks the fields of a leaf, and returns them in their normal form, completed with default values. Adds each error
/// to `errors`, with a pointer that starts with `pointer`.
QJsonObject checked(const QString &leaf, const QJsonObject &json, const QString &pointer, FieldErrors &errors);
/// Adds an error for each word that is blank or has characters that no text may have. checked() takes such words,
/// because an earlier version may have stored them: they match nothing.
void checkWords(const QString &leaf, const QJsonObject &json, const QString &pointer, FieldErrors &errors);
/// Returns the fields of a leaf with IDs as the API writes them, and with words in the form of ClientText. Values that
/// are not valid stay as they are.
QJsonObject normal(const QString &leaf, const QJsonObject &json);
/// Returns the zones in the fields of a leaf.
QSet<ZoneId> zones(const QString &leaf, const QJsonObject &json);
}
