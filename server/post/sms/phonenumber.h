// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Phone numbers.
namespace PhoneNumber {

/// Returns the number in E.164 form with its country code: `+49 (40) 123-456` becomes `+4940123456`. Returns
/// std::nullopt if the text is not a phone number.
std::optional<QString> e164(const QString &text);
}
