// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/fuzzymatch.h"

#include <algorithm>

namespace {
constexpr int whole = 1200;
constexpr int start = 1000;
constexpr int wordStart = 800;
constexpr int inside = 500;
constexpr int apart = 100;

bool isStart(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isDigit() && !text[at - 1].isDigit());
}

/// Earlier places and shorter texts come first among equals.
int nearness(QStringView word, QStringView text, qsizetype at)
{
    return -int(std::min<qsizetype>(at, 60)) - int(std::min<qsizetype>(text.size() - word.size(), 60));
}

FuzzyMatch::Hit findRun(QStringView word, QStringView text)
{
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (best < 0)
            best = at;
        if (isStart(text, at)) {
            const int base = at > 0 ? wordStart : word.size() == text.size() ? whole : start;
            return {base + nearness(word, text, at), at, word.size()};
        }
    }
    return best < 0 ? FuzzyMatch::Hit() : FuzzyMatch::Hit{inside + nearness(word, text, best), best, word.size()};
}

/// Returns the next place of a letter: right after the last one, else at the start of a word, else anywhere.
qsizetype nextOf(QChar letter, QStringView text, qsizetype from)
{
    if (from < text.size() && text[from] == letter)
        return from;
    const qsizetype first = text.indexOf(letter, from);
    for (qsizetype at = first; at >= 0; at = text.indexOf(letter, at + 1)) {
        if (isStart(text, at))
            return at;
    }
    return first;
}

FuzzyMatch::Hit findScattered(QStringView word, QStringView text)
{
    int anchored = 0; // letters that start a word or follow the one before
    qsizetype from = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const qsizetype at = nextOf(word[i], text, from);
        if (at < 0)
            return {};
        anchored += isStart(text, at) || (i > 0 && at == from) ? 1 : 0;
        from = at + 1;
    }
    // Letters that only happen to occur are no match.
    if (2 * anchored < word.size())
        return {};
    return {apart + 200 * anchored / int(word.size()) - int(std::min<qsizetype>(text.size(), 60)) / 2, 0, 0};
}
}

QString FuzzyMatch::folded(const QString &text)
{
    QString folded = text;
    for (QChar &c : folded) {
        if (c.unicode() >= 0x80 && c.decompositionTag() == QChar::Canonical && !c.decomposition().isEmpty())
            c = c.decomposition().front();
        c = c.toCaseFolded();
    }
    return folded;
}

quint64 FuzzyMatch::letters(QStringView folded)
{
    quint64 set = 0;
    for (const QChar c : folded) {
        if (c.unicode() >= 'a' && c.unicode() <= 'z')
            set |= quint64(1) << (c.unicode() - 'a');
        else if (!c.isSpace())
            set |= quint64(1) << (26 + c.unicode() % 38);
    }
    return set;
}

FuzzyMatch::Hit FuzzyMatch::find(QStringView word, QStringView text, bool scattered)
{
    if (word.isEmpty() || word.size() > text.size())
        return {};
    const Hit run = findRun(word, text);
    return run.score > 0 || !scattered || word.size() == 1 ? run : findScattered(word, text);
}
