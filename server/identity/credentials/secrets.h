// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Secrets that the server gives out once and keeps as hashes only. They carry 256 random bits, so that a fast hash is
/// enough: nobody can guess through it.
namespace Secrets {

/// `prefix` tells people and secret scanners what they found, such as `wmk_`.
QString make(QLatin1StringView prefix);
/// What is stored and looked up: BLAKE2b-256 in hexadecimal.
QString hashOf(const QString &secret);
/// Six decimal digits, evenly spread.
QString makeCode();
}
