// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class Database;

/// Applies, in order, each migration `NNNN_name.sql` in the folder that is not recorded as applied. A migration and its
/// record are one transaction. On PostgreSQL, `NNNN_name.psql.sql` replaces the file of the same name.
///
/// Throws: DatabaseError if a migration fails, and nothing of it remains; also if a newer program has migrated the
/// database, because an older program could destroy data that it does not know.
void migrate(Database &database, const QString &folder = QStringLiteral(":/waymark/migrations"));

/// Returns the time at which the database was migrated first. It tells databases apart, and a restored backup has that
/// of the original.
qint64 schemaMadeAt(Database &database);

/// Returns the statements of a script. Semicolons inside a text, a quoted name, a comment, a trigger or a `$$` body do
/// not separate statements. Comments before a statement remain with it; a part that consists of comments is left out.
QStringList splitSqlScript(const QString &script);
