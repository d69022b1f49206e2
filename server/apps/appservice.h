// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/newapp.h"
#include "server/apps/appstore.h"
#include "server/audit/auditlog.h"
#include "server/auth/caller.h"
#include "server/http/precondition.h"

#include <functional>

/// A developer's apps.
class AppService
{
public:
    explicit AppService(Database &database)
        : m_database(database)
        , m_store(database)
        , m_audit(database)
    {
    }

    /// A trial is active at once, for thirty days; a purchased app waits for its order to be paid.
    NewApp add(const Caller &caller, App wanted);
    QList<App> list(const Caller &caller);
    App get(const Caller &caller, AppId app);
    App update(const Caller &caller, AppId app, const Precondition &precondition,
               const std::function<void(App &)> &change);

private:
    Database &m_database;
    AppStore m_store;
    AuditLog m_audit;
};
