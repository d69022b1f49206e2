// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Database;

/// Returns what tells the database from others that run, such as a dump of it that was restored beside it: of
/// PostgreSQL, the identifier of the cluster and the OID; of SQLite, the machine and the file, with its inode. A
/// physical copy of a cluster and the clone of a machine have the name of the original.
QString databaseName(Database &database);
