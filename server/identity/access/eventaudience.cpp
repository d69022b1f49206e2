// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/eventaudience.h"

QList<EventRow> EventAudience::sharedAfter(UserId user, qint64 seq, int limit)
{
    const QStringList types = Visibility::heardByViewers();
    QVariantList values{seq};
    values += ViewerStore::values(user);
    for (const QString &type : types)
        values += type;
    values += limit;
    return m_database.selectWith<EventRow>(
        QByteArray("SELECT * FROM event WHERE seq > ? AND person IS NULL AND device_id IN (") + ViewerStore::devicesSql
            + ") AND type IN (" + Database::placeholders(types.size()) + ") ORDER BY seq LIMIT ?",
        values);
}
