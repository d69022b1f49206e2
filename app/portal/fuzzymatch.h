// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Compares texts with what somebody types: letters in their order, with others between them. Case and accents do not
/// count.
namespace FuzzyMatch {

/// Where a word was found. A score of 0 means not at all.
struct Hit
{
    int score = 0;
    qsizetype at = 0; ///< position of the run of letters to emphasize
    qsizetype length = 0; ///< length of this run; 0: the letters are scattered

    friend bool operator==(const Hit &, const Hit &) = default;
};

/// Returns the text without case and accents. It has as many characters as before, so that positions stay the same.
QString folded(const QString &text);
/// Returns a set of the characters of a folded text, one bit for several characters. A text fits a word only if it has
/// all bits of the word.
quint64 letters(QStringView folded);
/// Finds a folded word in a folded text. From the best score to the least: the whole text, its start, the start of a
/// word, the inside of a word, and if `scattered` the initials of words and scattered letters.
Hit find(QStringView word, QStringView text, bool scattered = true);
}
