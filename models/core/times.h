// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

/// Times as the API writes them: RFC 3339, UTC, milliseconds, `2026-11-23T13:26:06.123Z`.
namespace Times {

QByteArray toText(const QDateTime &time);
/// Appends the 24 characters; much faster than QDateTime::toString(), and pages of marks are full of times.
void append(QByteArray &out, qint64 millisecondsSinceEpoch);
/// Any RFC 3339 time with an offset; more digits than milliseconds are cut. Nothing for local times and other forms.
std::optional<QDateTime> parse(QStringView text);
QDateTime fromMilliseconds(qint64 sinceEpoch);
/// Now, cut to the milliseconds that are stored.
QDateTime now();
}
