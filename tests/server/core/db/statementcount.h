// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <functional>

/// Returns how many statements the work runs on the database, begin and commit not counted.
inline int statementsOf(Database &database, const std::function<void()> &work)
{
    int count = 0;
    database.observe([&count](QByteArrayView, const QVariantList &) { ++count; });
    try {
        work();
    } catch (...) {
        database.observe({});
        throw;
    }
    database.observe({});
    return count;
}
