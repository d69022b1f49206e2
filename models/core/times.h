// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

/// Times in the API's format: RFC 3339, UTC, with milliseconds, such as `2026-11-23T13:26:06.123Z`.
namespace Times {

QByteArray toText(const QDateTime &time);
/// Appends the 24 characters of a time. Much faster than QDateTime::toString(), because lists of marks contain many
/// times.
void append(QByteArray &out, qint64 millisecondsSinceEpoch);
/// Parses an RFC 3339 time with an offset, truncated to milliseconds. Returns nothing for other forms.
std::optional<QDateTime> parse(QStringView text);
QDateTime fromMilliseconds(qint64 sinceEpoch);
/// Returns the current time, truncated to milliseconds.
QDateTime now();
}
