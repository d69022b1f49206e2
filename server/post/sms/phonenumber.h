// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Telephone numbers.
namespace PhoneNumber {

/// `+49 (40) 123-456` → `+4940123456`: E.164, with the country's code. Nothing for what is none.
std::optional<QString> e164(const QString &text);
}
