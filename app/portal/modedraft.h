// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

/// A DeviceMode as a sentence is made of it: "When something moves in Door for 2 s on weekdays from 18:00 to 06:00,
/// make a mark, and wait 10 s". Its members:
///
/// - `name`
/// - `joint`: `any` or `all` of the `clauses`
/// - `clauses`: maps with `kind` (`motion`, `face`, `lost`, `covered`), and for motion and faces the members of that
///   condition: `zone`, `threshold`, `minArea`, `score`, `emotion`, `count`
/// - `conditionsPlain`: false when the tree says more than clauses can; they are empty then, and it is kept as it is
/// - `always`, or `days` (`mon` …), `from` and `to` (`18:00`); `schedulePlain` is false when there is more to it
/// - `minDuration`, `mergeGap`, `cooldown`: seconds
/// - `maxPerHour`: marks; 0: any number
/// - `clip`, `notify`
namespace ModeDraft {

/// What a new mode begins with.
QVariantMap blank();
/// Of a mode's values, as RoleValues reads them.
QVariantMap ofMode(const QVariantMap &mode);
/// The values to send. `before` is the mode that is changed, empty for a new one: what the draft cannot say is left.
QVariantMap toMode(const QVariantMap &draft, const QVariantMap &before);
}
