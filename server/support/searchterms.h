// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Normalizes texts for the search. Stored texts and search texts are normalized in the same way.
namespace SearchTerms {

/// Returns the text without differences in case, accents, and character width, and with single spaces.
QString folded(const QString &text);
/// Returns the words of a folded text. Words consist of letters and digits.
QStringList words(const QString &folded);
/// Returns the digits of a phone number without leading zeros.
QString digits(const QString &text);
/// Returns true if the text looks like a phone number.
bool looksLikePhone(const QString &text);
}
