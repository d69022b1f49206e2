// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/resource.h"

#include <QJsonValue>

/// The rules for text that clients send. They hold for every string property of every model, for the texts of lists,
/// and for the texts inside JSON that a model takes as it is.
namespace ClientText {

/// Returns the text as it is stored and compared: in Unicode normalization form C and without white space around it. A
/// text without a visible character is empty. Returns std::nullopt, and appends an error, for a text that has control
/// characters, half of a surrogate pair, or characters that override the direction of text (U+202A to U+202E, U+2066 to
/// U+2069), by which one name can look like another.
///
/// The field's format adds a rule:
/// - `password`: the text is kept as it is; only control characters are refused.
/// - `multi-line`: line breaks and tabs are allowed. A line ends with U+000A.
/// - `email`: the normal form of EmailAddress.
/// - `time-zone`: a name of the IANA time zone database, such as `Europe/Berlin`; empty: none.
/// - `currency`: a code of ISO 4217, such as `EUR`; `country`: a code of ISO 3166-1; empty: none.
std::optional<QString> accepted(const Resource::Field &field, const QString &text, const QString &pointer,
                                FieldErrors &errors);
/// Requires that the texts in a document of a client, which is kept as it is, and the names of its members have none of
/// the characters that accepted() refuses. They may have several lines. Appends an error for the first text that does
/// not fit, and returns false.
bool requireSound(const QJsonValue &document, const QString &pointer, FieldErrors &errors);
}
