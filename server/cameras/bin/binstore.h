// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/binitem.h"
#include "server/core/db/database.h"

struct PageRequest;

/// The SQL that lists the bin across all types of items.
class BinStore
{
public:
    explicit BinStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns a page of the account's bin, most recently deleted first. If there is a next page, the list has one more
    /// item than the page.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<BinItem> list(AccountId account, const QList<BinItem::Type> &types, const PageRequest &page);
    qint64 count(AccountId account, const QList<BinItem::Type> &types);

    /// Returns the values of the sort keys, for a cursor.
    static QJsonArray cursor(const BinItem &item);

private:
    Database &m_database;
};
