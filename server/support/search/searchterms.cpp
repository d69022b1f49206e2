// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/search/searchindex.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostWords = 8; // of a search

/// Returns the number of characters from which a text names somebody wherever it stands. Chinese, Japanese and Korean
/// names have few of them, and no spaces around.
qsizetype leastOf(const QString &text)
{
    const bool isBrief = std::ranges::any_of(text, [](QChar c) {
        const QChar::Script script = c.script();
        return script == QChar::Script_Han || script == QChar::Script_Hangul || script == QChar::Script_Hiragana
            || script == QChar::Script_Katakana;
    });
    return isBrief ? 2 : 3;
}

/// Returns the words with a space before and after each.
QString spaced(const QStringList &words) { return u' ' + words.join(u' ') + u' '; }
}

SearchTerms::Query SearchTerms::Query::of(const QString &text)
{
    Query query{folded(text).left(maxTerm)};
    query.words = SearchTerms::words(query.whole);
    std::ranges::stable_sort(query.words, std::greater(), &QString::size);
    query.words = query.words.first(std::min(query.words.size(), mostWords));
    if (const QString digits = SearchTerms::digits(text); looksLikePhone(text) && digits.size() >= minPhoneSuffix)
        query.digits = digits;
    return query;
}

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

bool SearchTerms::finds(const QString &typed, const Findable &object)
{
    const Query query = Query::of(typed);
    if (query.words.isEmpty())
        return false;
    QStringList wholes;
    QStringList words;
    for (const QString &text : object.texts) {
        wholes += folded(text).left(maxTerm);
        words += SearchTerms::words(wholes.constLast());
    }
    const auto isBegun = [](const QStringList &texts, const QString &beginning) {
        return std::ranges::any_of(texts, [&](const QString &text) { return text.startsWith(beginning); });
    };
    return isBegun(wholes, query.whole) || (!query.digits.isEmpty() && digits(object.phone).contains(query.digits))
        || std::ranges::all_of(query.words, [&](const QString &word) { return isBegun(words, word); });
}

bool SearchTerms::names(const QString &typed, const Findable &person)
{
    const QString whole = folded(typed);
    const QString phrase = spaced(words(whole));
    const bool hasText = std::ranges::any_of(person.texts, [&](const QString &text) {
        const QString known = folded(text);
        const QStringList knownWords = words(known);
        return (known.size() >= leastOf(known) && whole.contains(known))
            || (!knownWords.isEmpty() && phrase.contains(spaced(knownWords)));
    });
    const QString number = digits(person.phone);
    return hasText || (number.size() >= minPhoneSuffix && digits(typed).contains(number));
}
