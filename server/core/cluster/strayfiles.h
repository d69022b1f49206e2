// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/times.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <atomic>
#include <chrono>

class Database;
class QFileInfo;

/// One look at the files of a folder that no row of the database names. A crash leaves such files, and so do rows that
/// other servers delete. A database that was restored from a backup, or another database, does not name files that are
/// still wanted. No file tells the two cases apart. So a file is noted when its row is missed first, and removed a day
/// later if its row is still missed then.
///
/// Thread: that of its database.
class StrayFiles
{
public:
    /// A file gets its row long before this time has passed.
    static constexpr std::chrono::seconds youngest = std::chrono::hours(1);
    /// The time in which people can bring back the database that names a file.
    static constexpr std::chrono::seconds grace = std::chrono::hours(24);
    /// More files are noted once these are gone.
    static constexpr qsizetype mostNoted = 100'000;

    /// The folder of files. Several servers may share it.
    struct Place
    {
        QString storageId; ///< of the folder that contains this one
        QString name; ///< of this folder in the storage
        QString folder; ///< its path
    };

    StrayFiles(Database &database, Place place, const QDateTime &now = Times::now())
        : m_database(database)
        , m_place(std::move(place))
        , m_now(now)
    {
    }

    /// Returns the time before which a file without a row must have been changed to be a stray one.
    QDateTime before() const { return m_now.addSecs(-youngest.count()); }
    /// States that no row names a file of the folder. Does nothing if the file may be about to get its row.
    void add(const QFileInfo &file);
    /// Removes the files that were noted a day ago, and notes those that are new. Forgets those that were not added
    /// again. Logs the folder and the number of files when it notes some.
    ///
    /// Throws: JobBrokenOff once `stopping` is true.
    void settle(const std::atomic_bool &stopping);

private:
    void removeDue(const QHash<QString, QDateTime> &noted, const std::atomic_bool &stopping);
    void forget(const QStringList &paths);
    void note(const QStringList &paths, const std::atomic_bool &stopping);

    Database &m_database;
    const Place m_place;
    const QDateTime m_now;
    QSet<QString> m_found; ///< paths relative to the folder
};
