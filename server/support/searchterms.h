// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// How texts become what is searched for: the same for what is kept and for what is typed.
namespace SearchTerms {

/// Without case, accents and differences of width; spaces made one.
QString folded(const QString &text);
/// The letters and digits of a folded text, split at everything else.
QStringList words(const QString &folded);
/// A telephone number's digits, without the zeros that it begins with.
QString digits(const QString &text);
/// Whether somebody who types this means a telephone number.
bool looksLikePhone(const QString &text);
}
