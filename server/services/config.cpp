// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/config.h"

using namespace Qt::StringLiterals;

QString Config::databaseAddress() const
{
    if (database.isEmpty() || database == u"sqlite")
        return u"sqlite:%1/waymark.db"_s.arg(dataDir);
    return database;
}

Config Config::withFolders() const
{
    Config placed = *this;
    const auto place = [](QString &folder, const QString &parent, const QString &name) {
        if (folder.isEmpty())
            folder = parent + u'/' + name;
    };
    place(placed.mail.outbox, dataDir, u"outbox"_s);
    place(placed.cameras.media, dataDir, u"media"_s);
    place(placed.cameras.archive, storage(), u"archive"_s);
    place(placed.insight.marks, storage(), u"marks"_s);
    place(placed.cameras.mediaCache, dataDir, u"cache"_s);
    placed.cameras.storage = storage();
    placed.insight.data = storage();
    return placed;
}
