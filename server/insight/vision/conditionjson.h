// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/core/id.h"

#include <QJsonObject>
#include <QSet>

/// The conditions of a DeviceMode as JSON. There are no limits here: an earlier version may have stored conditions that
/// Condition::parse() refuses.
namespace ConditionJson {

/// Returns conditions as they are stored and compared: IDs as the API writes them, and labels in the form of
/// ClientText. Values that are not valid stay as they are.
QJsonObject normal(const QJsonObject &conditions);
/// Adds an error for each label that is blank or has characters that no text may have.
void checkLabels(const QJsonObject &conditions, const QString &pointer, FieldErrors &errors);
/// Returns the zones that conditions name, whatever the spelling of their IDs.
QSet<ZoneId> zones(const QJsonObject &conditions);
}
