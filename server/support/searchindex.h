// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/supportview.h"
#include "server/core/db/database.h"

#include <QSet>

/// What support searches, and the search. The terms of what has changed are written when somebody searches next: to be
/// found at once costs those who change things no more than a row in `search_due`.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// Brings the terms up to date. Not inside a transaction.
    void refresh();
    /// Best first: what has exactly this id, then this address, then what begins with the text, then what has all of
    /// its words, or begins of them. At most `limit`.
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
