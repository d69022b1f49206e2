// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trashitem.h"
#include "server/db/database.h"

struct PageRequest;

/// The SQL over everything that has a bin.
class TrashStore
{
public:
    explicit TrashStore(Database &database)
        : m_database(database)
    {
    }

    /// What was thrown away last comes first; one more than the page holds, where there are more. Throws Problem 422
    /// for a cursor of another list.
    QList<TrashItem> list(AccountId account, const QList<TrashItem::Type> &types, const PageRequest &page);
    qint64 count(AccountId account, const QList<TrashItem::Type> &types);

    static QJsonArray cursor(const TrashItem &item);

private:
    Database &m_database;
};
