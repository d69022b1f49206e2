// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

/// Converts a DeviceMode (a rule in the portal) from and to the form in which the rule page edits it. Members:
///
/// - `name`
/// - `conditions`: the tree of conditions, which a ConditionEditor changes
/// - `schedule`: `weekly` and `exceptions`, as the API has them
/// - `always`: whether the rule has no weekly spans; those of the draft are not saved then
/// - `minDuration`, `mergeGap`, `cooldown`: in seconds
/// - `maxPerHour`: marks per hour; 0: no limit
/// - `clip`, `notify`: whether a mark has a clip and sends notifications
/// - `actions`, `cooldownPer`, `maxDuration`: as the API has them; `clip` and `notify` overrule the first
namespace ModeDraft {

/// Returns the draft of a new mode.
QVariantMap blank();
/// Returns the draft of a mode. `mode` has the values as RoleValues reads them.
QVariantMap ofMode(const QVariantMap &mode);
/// Returns the values of a new mode.
QVariantMap toMode(const QVariantMap &draft);
/// Returns the values that differ from those of `before`, the mode before the change.
QVariantMap changes(const QVariantMap &draft, const QVariantMap &before);
}
