// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

/// The clock of the database. Servers compare their leases by it, as their own clocks may differ. A SQLite file has one
/// server, whose clock it uses.
namespace DatabaseClock {

/// Returns an SQL expression for the time at which the statement began, in milliseconds since the epoch.
QByteArray sql(const Database &database);
/// Returns the time of the clock.
QDateTime now(Database &database);
}
