// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <chrono>
#include <optional>

class Database;
class StoredMedia;

/// The database whose servers write to a media store. The object `.waymark-database` of the store names it, by
/// databaseName() and by a token that servers of the database replace every minute, and that the database knows. A copy
/// of the database, or a backup that was restored beside it, soon does not know the present token. Its servers read the
/// store, and neither store nor delete objects, so that the objects of the running original stay.
///
/// A database that replaces another one, as after a failure, takes the store once its own servers have seen the same
/// token for a day; for ten minutes if it knows the token, so that nothing was written since the copy was made; or at
/// once if an operator deletes the object. Time in which the store was away does not count, because the other database
/// could not replace its token either.
///
/// Thread: that of its database.
class StoreOwner
{
public:
    static inline const QString key = QStringLiteral(".waymark-database");

    StoreOwner(Database &database, StoredMedia &stored)
        : m_database(database)
        , m_stored(stored)
    {
    }

    /// Takes the store for the database, or keeps it. Call this before an object is stored or deleted. The store is
    /// asked twice a minute at most.
    ///
    /// Throws: StoreError if the store belongs to another database, or cannot be read or written.
    void require();

private:
    struct Mark
    {
        QString token;
        QString database;
        QString writtenAt; ///< for people
    };
    std::optional<Mark> read() const;
    void requireReadable() const;
    void write(const QString &name);
    void put(const QString &key, const QByteArray &text) const;
    std::optional<QDateTime> madeAt(const Mark &mark) const;
    void waitFor(const Mark &mark, const QString &name, std::chrono::milliseconds least);

    Database &m_database;
    StoredMedia &m_stored;
    QDeadlineTimer m_untilCheck{0};
};

/// Returns the job that keeps the store for the database while there is nothing to store, every minute.
JobTable storeOwnerJobs(Database &database, StoredMedia &stored);
