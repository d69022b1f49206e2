// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QTemporaryDir>

class PostgresServer;

/// A database of its own with two small tables: `parent (id, n)` with the rows `a` and `b`, both with n = 0, and
/// `child (id, parent)` whose rows name a parent.
class DatabaseFixture
{
public:
    /// Adds the column `engine` with a row for each engine to the data of a test.
    static void addEngines();
    /// The server that holds the databases of all fixtures on PostgreSQL.
    static PostgresServer &postgres();

    explicit DatabaseFixture(const QString &engine);

    QString address() const { return m_address; }
    int n(const char *id)
    {
        return database.value("SELECT n FROM parent WHERE id = ?", QString::fromLatin1(id)).toInt();
    }
    void add(const char *id) { add(database, id); }
    static void add(Database &database, const char *id)
    {
        database.exec("UPDATE parent SET n = n + 1 WHERE id = ?", QString::fromLatin1(id));
    }
    qint64 parents() { return database.value("SELECT count(*) FROM parent").toLongLong(); }

    /// Breaks the connection of `database`, as a restart of PostgreSQL does.
    void breakConnection();

private:
    QTemporaryDir m_folder;
    QString m_address;

public:
    Database database;
};
