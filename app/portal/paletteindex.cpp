// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/paletteindex.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int bestOfRest = 600;

/// What people open most comes first among equals.
int weight(const QString &kind)
{
    return kind == "page"_L1 ? 40 : kind == "camera"_L1 ? 30 : kind == "action"_L1 ? 20 : 0;
}

/// Returns which kinds a query is limited to by its first character; empty: all.
QStringList kindsOf(const QString &query)
{
    if (query.startsWith(u'>'))
        return {u"action"_s, u"page"_s};
    if (query.startsWith(u'@'))
        return {u"camera"_s};
    if (query.startsWith(u'#'))
        return {u"request"_s, u"order"_s, u"account"_s, u"app"_s};
    return {};
}
}

PaletteIndex::Item PaletteIndex::itemOf(const PaletteEntry &entry)
{
    Item item{.entry = entry,
              .title = FuzzyMatch::folded(entry.title),
              .rest = FuzzyMatch::folded(entry.detail + u' ' + entry.words + u' ' + entry.id)};
    item.letters = FuzzyMatch::letters(item.title) | FuzzyMatch::letters(item.rest);
    return item;
}

void PaletteIndex::replace(const QStringList &kinds, const QList<PaletteEntry> &entries)
{
    m_items.removeIf([&kinds](const Item &item) { return kinds.contains(item.entry.kind); });
    m_items.reserve(m_items.size() + entries.size());
    for (const auto &entry : entries)
        m_items.append(itemOf(entry));
}

QList<PaletteIndex::Result> PaletteIndex::all() const
{
    QList<Result> results;
    for (const auto &item : m_items)
        results.append({&item.entry, 1, {}});
    return grouped(results, int(m_items.size()));
}

PaletteIndex::Result PaletteIndex::rank(const Item &item, const QStringList &words)
{
    Result result{.entry = &item.entry, .score = weight(item.entry.kind), .title = {}};
    int sum = 0;
    for (const auto &word : words) {
        const auto inTitle = FuzzyMatch::find(word, item.title);
        // What is beside the title counts half, and so never more than the start of a word in the title.
        const int best = inTitle.score >= bestOfRest
            ? inTitle.score
            : std::max(inTitle.score, FuzzyMatch::find(word, item.rest, false).score / 2);
        if (best <= 0)
            return {};
        sum += best;
        if (result.title.length == 0)
            result.title = inTitle;
    }
    result.score += sum / int(words.size());
    return result;
}

QList<PaletteIndex::Result> PaletteIndex::search(const QString &query, const QStringList &recent, int most) const
{
    const QStringList kinds = kindsOf(query);
    const QStringList words =
        FuzzyMatch::folded(kinds.isEmpty() ? query : query.sliced(1)).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() && kinds.isEmpty())
        return suggestions(recent, most);
    const quint64 letters = FuzzyMatch::letters(words.join(QString()));
    QList<Result> results;
    for (const auto &item : m_items) {
        if ((letters & ~item.letters) != 0 || (!kinds.isEmpty() && !kinds.contains(item.entry.kind)))
            continue;
        Result result = words.isEmpty() ? Result{&item.entry, 1, {}} : rank(item, words);
        if (result.score <= 0 || !result.entry)
            continue;
        if (const auto used = recent.indexOf(item.entry.kind + u':' + item.entry.id); used >= 0)
            result.score += 100 - 5 * int(std::min<qsizetype>(used, 15));
        results.append(result);
    }
    return grouped(results, most);
}

QList<PaletteIndex::Result> PaletteIndex::grouped(const QList<Result> &results, int most)
{
    QHash<QString, QList<Result>> kinds;
    for (const auto &result : results)
        kinds[result.entry->kind].append(result);
    // Equals keep the order of the server or the rail, which is that of their addresses.
    const auto isBetter = [](const Result &a, const Result &b) {
        return a.score != b.score ? a.score > b.score : a.entry < b.entry;
    };
    QList<QList<Result>> groups;
    for (auto &group : kinds) {
        const qsizetype count = std::min<qsizetype>(most, group.size());
        std::partial_sort(group.begin(), group.begin() + count, group.end(), isBetter);
        groups.append(group.first(count));
    }
    std::sort(groups.begin(), groups.end(),
              [&isBetter](const QList<Result> &a, const QList<Result> &b) { return isBetter(a.first(), b.first()); });
    QList<Result> all;
    for (const auto &group : groups)
        all += group;
    return all;
}

QList<PaletteIndex::Result> PaletteIndex::suggestions(const QStringList &recent, int most) const
{
    QList<Result> results;
    for (const auto &item : m_items) {
        const auto used = recent.indexOf(item.entry.kind + u':' + item.entry.id);
        const bool isOwn = item.entry.kind == "page"_L1 || item.entry.kind == "action"_L1;
        if (used >= 0 || isOwn)
            results.append({&item.entry, used >= 0 ? 1000 - int(used) : isOwn ? weight(item.entry.kind) : 0, {}});
    }
    return grouped(results, most);
}
