// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

class Database;

/// A media store that rows name.
struct NamedStore
{
    QString id;
    QStringList keys; ///< of some of its objects, the oldest of each kind
};

/// Finds out which of the stores that rows name is in a folder. A folder that was copied may have lost its mark, and an
/// empty mount point is not a new store.
namespace StoreSearch {

/// Returns the stores that rows name, those of the `likely` IDs first and in this order.
QList<NamedStore> named(Database &database, const QStringList &likely);
/// Returns the ID of the store in a folder: that in its mark, or that of the first of the named stores that has objects
/// in it. Returns `id` if the folder is a new store: rows name none, or somebody has made an empty mark. In a folder
/// that is none of these, the share is probably away. Returns the ID of the store that is missed then: `id` if rows
/// name it, or that of the first.
QString idIn(const QString &folder, const QString &id, const QList<NamedStore> &named);
}
