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
    const auto place = [this](QString &folder, const QString &name) {
        if (folder.isEmpty())
            folder = dataDir + u'/' + name;
    };
    place(placed.mail.outbox, u"outbox"_s);
    place(placed.cameras.media, u"media"_s);
    place(placed.cameras.archive, u"archive"_s);
    place(placed.insight.marks, u"marks"_s);
    placed.insight.data = dataDir;
    return placed;
}
