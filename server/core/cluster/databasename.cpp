// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/databasename.h"

#include "server/core/db/database.h"
#include "server/core/db/migrations.h"

#include <QFile>
#include <QSysInfo>

#include <atomic>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {
QString nameOnPostgres(Database &database)
{
    const QString number =
        database.value("SELECT cast(oid AS text) FROM pg_database WHERE datname = current_database()").toString();
    try {
        return database.value("SELECT cast(system_identifier AS text) FROM pg_control_system()").toString() + u'/'
            + number;
    } catch (const DatabaseUnreachable &) {
        throw;
    } catch (const DatabaseError &) {
        static std::atomic_flag isSaid;
        if (!isSaid.test_and_set())
            qWarning("Nothing tells the database from a copy of it: its user may not call pg_control_system()");
        return QString::number(schemaMadeAt(database)) + u'/' + number;
    }
}
}

QString databaseName(Database &database)
{
    if (database.isPostgres())
        return u"postgresql "_s + nameOnPostgres(database);
    const QString file = database.value("SELECT file FROM pragma_database_list WHERE name = 'main'").toString();
    struct stat status = {};
    ::stat(QFile::encodeName(file).constData(), &status);
    return u"sqlite %1:%2 (%3)"_s.arg(QSysInfo::machineHostName(), file).arg(status.st_ino);
}
