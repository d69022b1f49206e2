// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// What a server is to the others on its database.
struct ServerIdentity
{
    QString serverId; ///< of this process; owns leases, and is another one after each start
    QString storageId; ///< of the folder that has its marks and archive: servers that share the folder share the id
    QUrl address = {}; ///< where other servers reach it; empty: nowhere
};
