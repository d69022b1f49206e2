// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

/// Converts a DeviceMode (a rule in the portal) from and to the form in which the rule page edits it. Members:
///
/// - `name`
/// - `conditions`: the tree of conditions, which a ConditionEditor changes
/// - `always`, or `days` (`mon` …), `from`, and `to` (`18:00`)
/// - `schedulePlain`: false if these cannot express the schedule; changes() leaves it out then
/// - `minDuration`, `mergeGap`, `cooldown`: in seconds
/// - `maxPerHour`: marks per hour; 0: no limit
/// - `clip`, `notify`: whether a mark has a clip and sends notifications
namespace ModeDraft {

/// Returns the draft of a new mode.
QVariantMap blank();
/// Returns the draft of a mode. `mode` has the values as RoleValues reads them.
QVariantMap ofMode(const QVariantMap &mode);
/// Returns the values of a new mode.
QVariantMap toMode(const QVariantMap &draft);
/// Returns the values that differ from those of `before`, the mode before the change. A value that a draft cannot
/// express is not among them.
QVariantMap changes(const QVariantMap &draft, const QVariantMap &before);
}
