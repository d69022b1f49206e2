// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config.h"

QString Config::databaseAddress() const
{
    if (database.isEmpty() || database == u"sqlite")
        return QStringLiteral("sqlite:%1/waymark.db").arg(dataDir);
    return database;
}
