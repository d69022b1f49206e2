// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/mediashare.h"

#include "server/core/cluster/databasename.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRandomGenerator>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto patience = 1500ms; // for servers that are starting too
constexpr int leastPause = 20; // milliseconds
constexpr int mostPause = 60;
}

std::unique_ptr<MediaShare> MediaShare::of(const QString &folder, Database &database)
{
    try {
        return std::unique_ptr<MediaShare>(new MediaShare(folder, databaseName(database)));
    } catch (const CannotLock &error) {
        qWarning("Nothing keeps the servers of another database from writing to %s: %s", qUtf8Printable(folder),
                 error.what());
        return nullptr;
    }
}

MediaShare::MediaShare(const QString &folder, const QString &nameOfDatabase)
    : m_folder(folder)
    , m_file(folder + u"/media.lock"_s)
{
    const QByteArray name = '\n' + nameOfDatabase.toLatin1() + '\n'; // the first line names a process
    for (const QDeadlineTimer deadline(patience); !take(name);) {
        if (deadline.hasExpired())
            throw std::runtime_error(
                u"the media folder %1 is in use by servers with another database. If one of the two is a copy of the "
                "other, each needs a media folder of its own, because servers remove the files that their database "
                "does not name. If this one replaces the other, stop the servers of the other one first"_s.arg(folder)
                    .toStdString());
        QThread::msleep(QRandomGenerator::global()->bounded(leastPause, mostPause));
    }
}

/// Returns whether this server shares the folder now. It has no lock otherwise.
bool MediaShare::take(const QByteArray &name)
{
    if (!m_file.lock(LockFile::Kind::Shared))
        return false;
    if (m_file.text() == name || (m_file.lock(LockFile::Kind::Exclusive) && rename(name)))
        return true;
    m_file.unlock();
    return false;
}

/// Replaces the name, and shares the lock. Another server may be faster while the kind of the lock changes.
bool MediaShare::rename(const QByteArray &name)
{
    const QByteArray before = m_file.text();
    if (!m_file.write(name)) {
        qWarning("The database is not noted in %s, so that no other server can share the folder",
                 qUtf8Printable(m_file.path()));
        return true; // the lock stays exclusive
    }
    if (before.contains("postgresql"))
        qInfo(
            "The media folder %s was used with another copy of the database before. Files that this one does not name "
            "are removed in a day",
            qUtf8Printable(m_folder));
    return m_file.lock(LockFile::Kind::Shared) && m_file.text() == name;
}
