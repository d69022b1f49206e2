// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

/// Times as people type them to find a mark.
namespace TimeQuery {

struct Span
{
    QDateTime from;
    QDateTime to;

    friend bool operator==(const Span &, const Span &) = default;
};

/// Returns the time that a text means: a day (`2026-11-28`, `28.11.2026`, `11/28/2026`, `2026年11月28日`), a time
/// (`14:24`, within ten minutes of it, today or yesterday, whichever is past), or both. Nothing for other texts.
std::optional<Span> parse(const QString &text, const QDateTime &now);
}
