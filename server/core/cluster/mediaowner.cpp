// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/mediaowner.h"

#include "server/core/cluster/folderlock.h"
#include "server/core/db/migrations.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

void MediaOwner::require(const QString &folder, Database &database)
{
    const QString id = QString::number(schemaMadeAt(database));
    QString owner;
    try {
        owner = FolderId::kept(folder, u"database.id"_s, id);
    } catch (const std::runtime_error &error) {
        qWarning("The database of the media folder is not noted: %s", error.what());
        return;
    }
    if (owner != id)
        throw std::runtime_error(
            u"the media folder %1 belongs to another database, as its file database.id says: this server would remove "
            "the files that its own database does not name. Give each database a media folder of its own, or remove "
            "database.id if the other database is not used any more"_s.arg(folder)
                .toStdString());
}
