// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storesearch.h"

#include "server/cameras/store/mediastore.h"
#include "server/cameras/store/storedkeys.h"
#include "server/cameras/store/storemark.h"
#include "server/core/db/database.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.store", QtInfoMsg)

QString markedId(const StoreMark &mark)
{
    try {
        return mark.id();
    } catch (const StoreError &) {
        return {};
    }
}
}

QList<NamedStore> StoreSearch::named(Database &database, const QStringList &likely)
{
    QStringList ids;
    for (const char *rows : {"recording WHERE", "device_data WHERE", "device_mark WHERE media_bytes > 0 AND"}) {
        // Reads an entry of the index for each storage, and not for each row.
        QString id;
        do {
            id = database.value(QByteArray("SELECT min(storage_id) FROM ") + rows + " storage_id > ?", id).toString();
            if (MediaStore::isId(id) && !ids.contains(id))
                ids += id;
        } while (!id.isEmpty());
    }
    std::ranges::stable_sort(ids, {}, [&likely](const QString &id) {
        const qsizetype place = likely.indexOf(id);
        return place < 0 ? likely.size() : place;
    });
    QList<NamedStore> stores;
    for (const QString &id : ids)
        stores += {id, StoredKeys::some(database, id)};
    return stores;
}

QString StoreSearch::idIn(const QString &folder, const QString &id, const QList<NamedStore> &named)
{
    const StoreMark mark(folder);
    if (const QString marked = markedId(mark); !marked.isEmpty())
        return marked;
    const auto isHere = [&folder](const QString &key) { return QFile::exists(folder + u'/' + key); };
    const auto present =
        std::ranges::find_if(named, [&](const NamedStore &store) { return std::ranges::any_of(store.keys, isHere); });
    if (present != named.end())
        return present->id;
    if (mark.exists() || named.isEmpty())
        return id;
    qCWarning(log,
              "The folder %s has neither the file .waymark-store nor the media that the database names: the media "
              "store counts as unreachable. Mount its share. If the folder is to be a new store, create this file and "
              "restart the server",
              qUtf8Printable(folder));
    return std::ranges::any_of(named, [&id](const NamedStore &store) { return store.id == id; })
        ? id
        : named.constFirst().id;
}
