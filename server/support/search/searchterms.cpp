// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/search/searchindex.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString SearchTerms::folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain += c;
    }
    return plain.toCaseFolded().simplified();
}

QStringList SearchTerms::words(const QString &folded)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    return folded.split(between, Qt::SkipEmptyParts);
}

QString SearchTerms::digits(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        const int value = c.digitValue();
        if (value > 0 || (value == 0 && !digits.isEmpty()))
            digits += QChar(u'0' + char16_t(value));
    }
    return digits;
}

bool SearchTerms::looksLikePhone(const QString &text)
{
    static const QRegularExpression phone(u"^\\+?[0-9 ()/.-]+$"_s);
    return phone.match(text.trimmed()).hasMatch();
}
