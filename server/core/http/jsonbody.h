// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

/// JSON that clients send (RFC 8259).
namespace JsonBody {

/// Returns the object of a document.
/// Throws: Problem 400 `malformed_json` for a text that is not JSON, and for an object that has a name twice, because
/// two readers would take different values from it; 422 `wrong_type` for another value than an object,
/// `too_large` for a number that cannot be kept exactly, and `too_long` for more than 100 000 values.
QJsonObject object(const QByteArray &text);
}
