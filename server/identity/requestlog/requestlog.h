// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/core/jobs/job.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/requestlog/callstore.h"

class AppService;

/// Reads the request log: the calls of apps of the last seven days, for the developers of the apps and for support.
class RequestLog
{
public:
    /// `server`: the address that clients reach the server at, without a slash at its end.
    RequestLog(Database &database, AppService &apps, QString server)
        : m_database(database)
        , m_store(database)
        , m_audit(database)
        , m_apps(apps)
        , m_server(std::move(server))
    {
    }

    struct Page
    {
        QList<AppCall> calls;
        std::optional<qint64> total;
    };
    /// Returns the calls of an app, newest first. Looks of staff are recorded as with every object of an account.
    /// Throws: Problem 404 for an app of another account.
    Page list(const Caller &caller, const CallQuery &query, const PageRequest &page);
    /// Throws: Problem 404.
    AppCallDetail get(const Caller &caller, AppId app, AppCallId call);
    /// Returns how often calls of the app have failed in the last 24 hours, by code. At most 50 codes, the most
    /// frequent first. Throws: Problem 404. Thread: a pool, as a busy app has tens of thousands of calls.
    QList<AppErrorCount> errors(const Caller &caller, AppId app);
    /// Returns the newest calls with this request ID, of all apps, for staff. Each search is written to the audit log.
    /// Throws: Problem 422 at `?request_id`.
    QList<AppCall> search(const Caller &caller, const QString &requestId);

private:
    Database &m_database;
    CallStore m_store;
    AuditLog m_audit;
    AppService &m_apps;
    QString m_server;
};

/// Returns the routes of the request log.
RouteTable requestLogRoutes(RequestLog &log);
/// Returns the job that removes calls after seven days, and the oldest calls of an app with more than 50 000.
JobTable requestLogJobs(Database &database);
