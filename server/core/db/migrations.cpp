// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/migrations.h"

#include "models/core/times.h"
#include "server/core/db/database.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {
/// Takes a lock until the end of the transaction, because servers that start together must not migrate at once.
constexpr auto lockSql = "SELECT pg_advisory_xact_lock(7700170)";

struct Migration
{
    QString name; ///< `0001_accounts`
    QString path;
};

QList<Migration> migrationsIn(const QString &folder, bool postgres)
{
    QList<Migration> migrations;
    const QDir dir(folder);
    for (const QString &file : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (file.endsWith(u".psql.sql"_s))
            continue;
        const QString name = file.chopped(4);
        const QString special = dir.filePath(name + u".psql.sql"_s);
        migrations += {name, postgres && QFile::exists(special) ? special : dir.filePath(file)};
    }
    return migrations;
}

bool isApplied(Database &database, const QString &name)
{
    return database.value("SELECT count(*) FROM schema_migration WHERE name = ?", name).toInt() > 0;
}

void apply(Database &database, const Migration &migration)
{
    QFile file(migration.path);
    if (!file.open(QFile::ReadOnly))
        throw DatabaseError("cannot read " + migration.path.toStdString());
    Transaction transaction(database);
    if (database.isPostgres())
        database.value(lockSql);
    if (isApplied(database, migration.name))
        return;
    try {
        for (const QString &statement : splitSqlScript(QString::fromUtf8(file.readAll())))
            database.script(statement);
    } catch (const DatabaseError &error) {
        throw DatabaseError("migration " + migration.name.toStdString() + " failed: " + error.what());
    }
    database.exec("INSERT INTO schema_migration (name, applied_at) VALUES (?, ?)", migration.name, Times::now());
    transaction.commit();
}

void refuseNewer(Database &database, const QList<Migration> &known)
{
    const QString newest = database.value("SELECT max(name) FROM schema_migration").toString();
    if (!known.isEmpty() && newest > known.constLast().name)
        throw DatabaseError("the database was made by a newer version of this program (it has the migration "
                            + newest.toStdString() + ", the newest known here is "
                            + known.constLast().name.toStdString() + "); install that version, or restore a backup");
}
}

qint64 schemaMadeAt(Database &database)
{
    return database.value("SELECT min(applied_at) FROM schema_migration").toLongLong();
}

void migrate(Database &database, const QString &folder)
{
    {
        Transaction transaction(database);
        if (database.isPostgres())
            database.value(lockSql); // two CREATE TABLE IF NOT EXISTS at once may fail
        database.script(
            u"CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)"_s);
        transaction.commit();
    }
    const auto migrations = migrationsIn(folder, database.isPostgres());
    refuseNewer(database, migrations);
    for (const Migration &migration : migrations) {
        if (!isApplied(database, migration.name))
            apply(database, migration);
    }
}
