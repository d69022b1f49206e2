// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/passwordstrength.h"

#include <QStringList>

/// Password hashing with argon2id (RFC 9106). The hash contains its parameters. Each call of hash(), matches() and
/// matchesNothing() takes tens of milliseconds; never call them on an event loop.
namespace Password {

QString hash(const QString &password);
bool matches(const QString &password, const QString &hash);
/// Takes as long as matches(). Called for an unknown name, so that its answer takes as long as that for a known name.
void matchesNothing(const QString &password);

/// Returns zxcvbn's estimate. `userInputs` are words that an attacker would try first, such as the name and the
/// address.
PasswordStrength strength(const QString &password, const QStringList &userInputs);
/// Requires a password of strength Strong or better.
/// Throws: Problem 422 with the estimate.
void requireStrong(const QString &pointer, const QString &password, const QStringList &userInputs);
}
