// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QHash>
#include <QSqlQuery>

/// A prepared statement of one connection. Only for the files of this folder.
struct Database::Statement
{
    QSqlQuery query;
    /// The column of each field of a model; -1 where the statement does not return the field.
    QHash<const QMetaObject *, QList<int>> columns;
    bool changesStanding = false; ///< it may change what a credential stands for
};
