// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/databaseerror.h"

/// The database's disk is full.
class DatabaseFull : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};
