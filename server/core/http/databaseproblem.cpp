// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/durablefile.h"
#include "server/core/db/databaseerror.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds shortly{2};
constexpr std::chrono::seconds later{60};
}

Problem problemOf(const std::exception &error)
{
    if (dynamic_cast<const DatabaseUnreachable *>(&error) || dynamic_cast<const ConnectionLost *>(&error))
        return Problem::unavailable(u"database_unavailable"_s, u"The database cannot be reached right now."_s, shortly);
    if (dynamic_cast<const TransactionAborted *>(&error))
        return Problem::unavailable(u"database_busy"_s,
                                    u"Other requests changed the same data at the same time. Try again."_s, shortly);
    if (dynamic_cast<const UniqueViolation *>(&error))
        return Problem::conflict(u"already_exists"_s, u"Another request has created the same object."_s);
    if (dynamic_cast<const ForeignKeyViolation *>(&error))
        return Problem::conflict(
            u"reference_changed"_s,
            u"Another request has created, changed or deleted an object that this request names."_s);
    if (dynamic_cast<const StorageError *>(&error) || dynamic_cast<const DatabaseFull *>(&error))
        return Problem::unavailable(u"storage_full"_s, u"The server cannot store files right now."_s, later);
    return {500, u"internal_error"_s, u"An internal error occurred. Quote the request's ID when you report it."_s};
}
