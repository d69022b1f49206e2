// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QJsonObject>
#include <QSet>

namespace MarkReason {

/// Returns the reason of a mark without the conditions that name other zones than these, for a person who must not
/// learn that the other zones exist. Empty if nothing is left.
QJsonObject within(const QJsonObject &reason, const QSet<ZoneId> &zones);
}
