// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "models/identity/appkey.h"
#include "models/identity/newapp.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/identity/access/visibility.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/audit/auditlog.h"

#include <chrono>
#include <functional>

class AppNotices;
class AppTokens;
class Sessions;
class UsageService;

/// The sale of apps, which billing provides.
struct AppSales
{
    /// Orders the app for the caller's account. Transaction: the caller's.
    std::function<Order(const Caller &, const App &)> order;
    /// Cancels the open orders of an app. Transaction: the caller's.
    std::function<void(const Caller &, AppId)> cancel;
};

/// The apps of developers.
class AppService
{
public:
    /// The limits of a trial app.
    struct Trial
    {
        std::chrono::seconds lifetime = std::chrono::hours(24 * 30);
        qint64 dailyQuota = 0; ///< calls per day; 0: no limit
    };

    AppService(Database &database, Sessions &sessions, AppTokens &appTokens, EventStore &events, AppNotices &notices,
               AppSales sales, Trial trial, const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_trial(trial)
        , m_caps(caps)
        , m_audit(database)
        , m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_events(events)
        , m_notices(notices)
        , m_sales(std::move(sales))
        , m_visibility(database)
    {
    }

    /// Registers an app. A trial app is active at once, until its trial ends. A purchased app is pending until its
    /// order is paid.
    /// Throws: Problem 422, also `too_many`.
    NewApp add(const Caller &caller, App wanted);
    /// Returns the apps of the account. Staff and administrators may list those of other accounts.
    /// Throws: Problem 404.
    QList<App> list(const Caller &caller, AccountId account);
    App get(const Caller &caller, AppId app);
    App update(const Caller &caller, AppId app, const Precondition &precondition,
               const std::function<void(App &)> &change);
    /// Activates or deactivates an app, for its owner and for administrators. An inactive app is refused wherever it
    /// presents its key, and its tokens end.
    /// Throws: Problem 404; for the owner also 409 `app_pending` for an unpaid app, and 403 `app_blocked` when
    /// activating an app that an administrator has deactivated.
    App setStatus(const Caller &caller, AppId app, const Precondition &precondition, App::Status status);
    /// Creates a new key, for the owner and for administrators. The current key stays valid for the grace time; a key
    /// that is still in its own grace time ends now. So there are never more than two valid keys.
    /// Throws: Problem 404, 409 `first_party_app`, 412.
    RotatedKey rotateKey(const Caller &caller, AppId app, const Precondition &precondition, std::chrono::seconds grace);
    /// Returns the valid keys, for the owner and for administrators.
    /// Throws: Problem 404.
    QList<AppKey> keys(const Caller &caller, AppId app);
    /// Deletes an app with its keys, tokens and consents, for its owner. The accounts linked to it stay.
    /// Throws: Problem 404, 412.
    void remove(const Caller &caller, AppId app, const Precondition &precondition);

private:
    App ownForUpdate(const Caller &caller, AppId id, const Precondition &precondition);
    App governed(const Caller &caller, AppId id, const Precondition &precondition);
    void tell(const Caller &caller, const App &app, AuditEntry::Action action, const QJsonObject &detail,
              const std::optional<Headline> &headline = {});
    void endTokens(AppId app);

    Database &m_database;
    AppStore m_store;
    Trial m_trial;
    const Caps &m_caps;
    AuditLog m_audit;
    Sessions &m_sessions;
    AppTokens &m_appTokens;
    EventStore &m_events;
    AppNotices &m_notices;
    AppSales m_sales;
    Visibility m_visibility;
};

/// Returns the routes of apps. Apps are returned with their usage.
RouteTable appRoutes(AppService &apps, UsageService &usage);
