// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

/// A table that has rows of accounts.
struct AccountTable
{
    QByteArray name;
    QByteArray rows; ///< SQL condition for the rows of an account; each `?` stands for the account's ID
    /// Columns that an export leaves out, because they hold secrets or bytes without a meaning.
    QByteArrayList hidden = {};
    bool exported = true; ///< false: the rows are nothing but secrets or bookkeeping of the server
    /// SQL condition for the rows that remain when the account is deleted, because the law requires it; empty: none.
    QByteArray kept = {};

    QVariantList valuesOf(AccountId account) const { return QVariantList(rows.count('?'), SqlValue::of(account)); }
};

/// The tables with rows of accounts. A deletion and an export read them from this list alone, and `tst_personaldata`
/// fails for a table of the schema that is in neither list.
namespace AccountTables {

/// Returns the tables in the order of a deletion: rows come before those that their conditions refer to. The tables
/// `account` and `account_user`, on which all conditions depend, are the last.
const QList<AccountTable> &all();
/// Returns the names of the tables that have no rows of accounts, only rows that a hash hides and that expire within a
/// day, or only rows that exist until a file of a deleted account is deleted.
const QByteArrayList &others();

/// The condition for a table whose rows all remain.
inline constexpr char everyRow[] = "1 = 1";
/// The condition for orders that were paid, whose records tax law requires.
inline constexpr char paidOrders[] = "order_id IN (SELECT order_id FROM receipt WHERE account_id = ?)";
}

/// The columns of a table, as the database describes them.
struct TableColumns
{
    QByteArrayList all;
    QByteArrayList key; ///< the primary key

    /// Throws: std::logic_error for a table without a primary key.
    static TableColumns of(Database &database, const QByteArray &table);
};
