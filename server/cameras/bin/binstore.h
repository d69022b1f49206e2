// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/binitem.h"
#include "server/core/db/database.h"

struct PageRequest;

/// The SQL over everything that has a bin.
class BinStore
{
public:
    explicit BinStore(Database &database)
        : m_database(database)
    {
    }

    /// What was thrown away last comes first; one more than the page holds, where there are more. Throws Problem 422
    /// for a cursor of another list.
    QList<BinItem> list(AccountId account, const QList<BinItem::Type> &types, const PageRequest &page);
    qint64 count(AccountId account, const QList<BinItem::Type> &types);

    static QJsonArray cursor(const BinItem &item);

private:
    Database &m_database;
};
