// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "models/identity/appkey.h"
#include "models/identity/newapp.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/identity/access/visibility.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/audit/auditlog.h"

#include <chrono>
#include <functional>

class AppNotices;
class AppTokens;
class Sessions;

/// The sale of apps, which billing provides.
struct AppSales
{
    /// Orders the app for the caller's account. Transaction: the caller's.
    std::function<Order(const Caller &, const App &)> order;
    /// Cancels the open orders of an app. Transaction: the caller's.
    std::function<void(const Caller &, AppId)> cancel;
};

/// A developer's apps.
class AppService
{
public:
    /// What a trial gets.
    struct Trial
    {
        std::chrono::seconds lifetime = std::chrono::hours(24 * 30);
        qint64 dailyQuota = 0; ///< calls; 0: no limit
    };

    AppService(Database &database, Sessions &sessions, AppTokens &appTokens, EventStore &events, AppNotices &notices,
               AppSales sales, Trial trial)
        : m_database(database)
        , m_store(database)
        , m_trial(trial)
        , m_audit(database)
        , m_sessions(sessions)
        , m_appTokens(appTokens)
        , m_events(events)
        , m_notices(notices)
        , m_sales(std::move(sales))
        , m_visibility(database)
    {
    }

    /// A trial is active at once, until its end; a purchased app waits for its order to be paid.
    NewApp add(const Caller &caller, App wanted);
    /// Another account's are for staff and administrators; Problem::notFound() for everybody else.
    QList<App> list(const Caller &caller, AccountId account);
    App get(const Caller &caller, AppId app);
    App update(const Caller &caller, AppId app, const Precondition &precondition,
               const std::function<void(App &)> &change);
    /// For its owner and for administrators. An inactive app is refused wherever it shows its key, and its users'
    /// tokens end. Its owner activates neither one that is not paid for (Problem 409 `app_pending`) nor one that an
    /// administrator has deactivated (403 `app_blocked`).
    App setStatus(const Caller &caller, AppId app, const Precondition &precondition, App::Status status);
    /// For the same. There are never more than two keys that are good: the new one, and for the grace time the one
    /// before it. Where that one still had a predecessor in its own grace time, this ends now.
    RotatedKey rotateKey(const Caller &caller, AppId app, const Precondition &precondition, std::chrono::seconds grace);
    /// For the same.
    QList<AppKey> keys(const Caller &caller, AppId app);
    /// With everything that was given to it; the accounts that were linked to it stay. For its owner.
    void remove(const Caller &caller, AppId app, const Precondition &precondition);

private:
    App governed(const Caller &caller, AppId id, const Precondition &precondition);
    void tell(const Caller &caller, const App &app, AuditEntry::Action action, const QJsonObject &detail,
              const std::optional<Headline> &headline = {});
    void endTokens(AppId app);

    Database &m_database;
    AppStore m_store;
    Trial m_trial;
    AuditLog m_audit;
    Sessions &m_sessions;
    AppTokens &m_appTokens;
    EventStore &m_events;
    AppNotices &m_notices;
    AppSales m_sales;
    Visibility m_visibility;
};
