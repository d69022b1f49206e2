// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/databaseclock.h"

#include "models/core/times.h"

QByteArray DatabaseClock::sql(const Database &database)
{
    return database.isPostgres() ? "CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS BIGINT)"
                                 : "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)";
}

QDateTime DatabaseClock::now(Database &database)
{
    return database.isPostgres() ? Times::fromMilliseconds(database.value("SELECT " + sql(database)).toLongLong())
                                 : Times::now();
}
