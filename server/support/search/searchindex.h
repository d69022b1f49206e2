// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/supportview.h"
#include "server/core/db/database.h"

#include <QSet>
#include <QString>
#include <QStringList>

/// Normalizes texts for the search. Stored texts and search texts are normalized in the same way.
namespace SearchTerms {

/// Phone numbers are also found by their last digits, at least this many, because people omit country and area codes.
inline constexpr qsizetype minPhoneSuffix = 5;
inline constexpr qsizetype maxTerm = 200; ///< characters

/// What a search looks for.
struct Query
{
    QString whole; ///< the folded text
    QStringList words = {}; ///< its eight longest words, the longest first
    QString digits = {}; ///< of what may be a phone number; otherwise empty

    static Query of(const QString &text);
};

/// Returns the text without differences in case, accents, and character width, and with single spaces.
QString folded(const QString &text);
/// Returns the words of a folded text. Words consist of letters and digits.
QStringList words(const QString &folded);
/// Returns the digits of a phone number without leading zeros.
QString digits(const QString &text);
/// Returns true if the text looks like a phone number.
bool looksLikePhone(const QString &text);
}

/// The texts of an object by which a search finds it.
struct Findable
{
    QStringList texts; ///< names and addresses
    QString phone = {};
};

namespace SearchTerms {

/// Returns whether a search for a text finds the object.
bool finds(const QString &typed, const Findable &object);
/// Returns whether a text contains a name, an address or the number of a person, whatever else it contains.
bool names(const QString &typed, const Findable &person);
}

/// The search index of the support console.
///
/// Triggers add a row to `search_due` for each changed object. The terms of these objects are written by the next
/// search, so that changes cost little and are still found at once.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// Writes the terms of all changed objects.
    ///
    /// Transaction: its own; not to be called inside a transaction.
    void refresh();
    /// Returns at most `limit` hits, best first: an exact id, an exact email address, addresses and names that start
    /// with the text, matching phone numbers, and objects that contain words starting with each word of the text.
    QList<SupportHit> find(const QString &text, qsizetype limit);

private:
    struct Found;
    struct Due;
    bool refreshSome();
    void write(const Due &due);
    void put(const Due &due, const QString &field, const QString &term);
    void putText(const Due &due, const QString &field, const QString &text);
    void putPhone(const Due &due, const QString &phone);
    void collect(QList<SupportHit> &hits, qsizetype limit, QByteArrayView sql, const QVariantList &values);
    bool describe(SupportHit &hit);

    Database &m_database;
};
