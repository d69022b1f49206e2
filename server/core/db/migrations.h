// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Database;

/// Brings the schema up to date: every `NNNN_name.sql` in the folder that is not recorded yet, in order, each in one
/// transaction together with its record. `NNNN_name.psql.sql` stands in for its namesake on PostgreSQL.
///
/// Throws DatabaseError where a migration fails (nothing of it stays), and where the database has been migrated by a
/// newer program: running an older one on it could destroy what it does not know.
void migrate(Database &database, const QString &folder = QStringLiteral(":/waymark/migrations"));
