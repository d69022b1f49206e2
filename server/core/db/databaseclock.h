// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

/// The clock of the database. Servers compare leases by this clock, because their own clocks may differ. On SQLite it
/// is the clock of the only server.
namespace DatabaseClock {

/// Returns an SQL expression for the time at which the statement began, in milliseconds since the epoch.
QByteArray sql(const Database &database);
/// Returns the current time of this clock.
QDateTime now(Database &database);
}
