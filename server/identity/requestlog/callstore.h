// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/appcall.h"
#include "models/identity/apperrorcount.h"
#include "server/core/db/database.h"

struct PageRequest;

/// A filter for the calls of an app. Null, empty and invalid members do not filter.
struct CallQuery
{
    AppId app = {};
    std::optional<int> status = {};
    int statusClass = 0; ///< 4 for all from 400 to 499; 0: any
    QString method = {};
    QString path = {}; ///< the beginning of the path, or the whole path of the route
    QString code = {};
    QString requestId = {};
    QDateTime from = {}; ///< at or after
    QDateTime to = {}; ///< before
};

/// The SQL of the request log.
class CallStore
{
public:
    explicit CallStore(Database &database)
        : m_database(database)
    {
    }

    /// Transaction: the caller's.
    void insert(const QList<AppCall> &calls);
    /// Returns calls without their bodies, newest first, one row more than the page.
    QList<AppCall> list(const CallQuery &query, const PageRequest &page);
    qint64 count(const CallQuery &query);
    std::optional<AppCall> find(AppId app, AppCallId call);
    /// Returns how often calls have failed since a time, by status and code, the most frequent first.
    QList<AppErrorCount> errors(AppId app, const QDateTime &since, qint64 limit);
    /// Returns the calls of all apps with this request ID without their bodies, newest first.
    QList<AppCall> withRequestId(const QString &requestId, qint64 limit);

    /// Deletes calls that began before the time, those of apps and accounts that are gone, and the oldest calls of an
    /// app with more than `most`, in small transactions. Returns the number of deleted rows. Throws: JobBrokenOff when
    /// `stopping` becomes true.
    qint64 purge(const QDateTime &before, qint64 most, const std::atomic_bool &stopping);

private:
    qint64 removeAll(QByteArrayView where, const QVariantList &values, const std::atomic_bool &stopping);

    Database &m_database;
};
