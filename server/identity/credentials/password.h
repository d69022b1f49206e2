// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/passwordstrength.h"

#include <QStringList>

/// Password hashing with argon2id (RFC 9106). The hash contains its parameters. Each call of hash(), matches() and
/// matchesNothing() takes tens of milliseconds; never call them on an event loop.
///
/// A password is the same however a keyboard composes its characters: it is hashed in Unicode normalization form KC,
/// and every kind of space is U+0020 (RFC 8265, 4.2).
namespace Password {

QString hash(const QString &password);
bool matches(const QString &password, const QString &hash);
/// Takes as long as matches(). Called for an unknown name, so that its answer takes as long as that for a known name.
void matchesNothing(const QString &password);

/// Returns zxcvbn's estimate, by characters and not by bytes. A password of fewer than 8 characters is fair at best.
/// `userInputs` are words that an attacker would try first, such as the name and the address.
PasswordStrength strength(const QString &password, const QStringList &userInputs);
/// Requires a password of strength Strong or better, which has at least 8 characters.
/// Throws: Problem 422 with the estimate.
void requireStrong(const QString &pointer, const QString &password, const QStringList &userInputs);
}
