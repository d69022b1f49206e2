// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/passwordstrength.h"

#include <QStringList>

/// Passwords: argon2id (RFC 9106), with its parameters in the hash. Tens of milliseconds each: never on an event loop.
namespace Password {

QString hash(const QString &password);
bool matches(const QString &password, const QString &hash);
/// Takes as long as matches() does: for a name that is not known, so that it is not told apart from a known one.
void matchesNothing(const QString &password);

/// zxcvbn's estimate. `userInputs` are words that an attacker would try first: the name, the address.
PasswordStrength strength(const QString &password, const QStringList &userInputs);
/// Throws Problem::invalid() with the estimate, unless the password is Strong or better.
void requireStrong(const QString &pointer, const QString &password, const QStringList &userInputs);
}
