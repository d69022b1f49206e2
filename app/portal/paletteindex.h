// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/fuzzymatch.h"

#include <QList>
#include <QString>

/// Something that the palette finds and opens.
struct PaletteEntry
{
    QString kind; ///< `page`, `action`, `camera`, `mark`, `rule`, `app`, `account`, `order`, or `request`
    QString id;
    QString title;
    QString detail; ///< shown beside the title, and searched
    QString words{}; ///< other words for it, searched only
    QString icon{};
    QString keys{}; ///< its shortcut, such as `G H`
    QString link{}; ///< `waymark://…`; empty: an action of this id
};

/// Ranks a hundred thousand entries within a frame or two.
class PaletteIndex
{
public:
    struct Result
    {
        const PaletteEntry *entry = nullptr;
        int score = 0;
        FuzzyMatch::Hit title; ///< where the first word was found in the title
    };

    /// Replaces all entries of these kinds.
    void replace(const QStringList &kinds, const QList<PaletteEntry> &entries);
    qsizetype size() const { return m_items.size(); }
    /// Returns all entries in their order, by kinds.
    QList<Result> all() const;

    /// Returns the best entries, at most `most` of a kind. Kinds come in the order of their best entries. All words of
    /// the query must be found. A query that begins with `>` finds pages and actions, with `@` cameras, with `#` what
    /// has an ID. An empty query finds the entries of `recent` in their order, then pages and actions.
    QList<Result> search(const QString &query, const QStringList &recent, int most) const;

private:
    struct Item
    {
        PaletteEntry entry;
        QString title; ///< folded
        QString rest; ///< detail, words, and ID, folded
        quint64 letters = 0;
    };

    static Item itemOf(const PaletteEntry &entry);
    static Result rank(const Item &item, const QStringList &words);
    static QList<Result> grouped(const QList<Result> &results, int most);
    QList<Result> suggestions(const QStringList &recent, int most) const;

    QList<Item> m_items;
};
