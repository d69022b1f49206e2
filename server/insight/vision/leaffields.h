// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"

#include <QJsonObject>
#include <QStringList>

/// The fields of the leaves of conditions, with their limits and default values.
namespace LeafFields {

/// Returns the names of all leaves.
QStringList leaves();
/// Checks the fields of a leaf, and returns them completed with default values. Adds each error to `errors`, with a
/// pointer that starts with `pointer`.
QJsonObject checked(const QString &leaf, const QJsonObject &json, const QString &pointer, FieldErrors &errors);
}
