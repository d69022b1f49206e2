// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"
#include "models/identity/appkey.h"
#include "server/core/db/database.h"
#include "server/identity/apps/appkeyrow.h"

class LastUses;

/// The SQL of apps and their keys. Keys come as hashes.
class AppStore
{
public:
    explicit AppStore(Database &database)
        : m_database(database)
    {
    }
    /// One that also notes when keys are used.
    AppStore(Database &database, LastUses &uses)
        : m_database(database)
        , m_uses(&uses)
    {
    }

    std::optional<App> find(AppId app);
    std::optional<App> findForUpdate(AppId app);
    std::optional<App> owned(AccountId account, AppId app);
    QList<App> ofAccount(AccountId account);
    void insert(const App &app) { m_database.insert(app); }
    void update(const App &app) { m_database.update(app); }
    /// With its keys, sessions, tokens, consents and links.
    void remove(AppId app);

    /// Whether an active app has registered this web origin.
    bool allowsOrigin(const QString &origin);

    bool hasKey(AppId app, const QString &keyHash, const QDateTime &now);
    /// Those that are good, the newest first.
    QList<AppKey> keys(AppId app, const QDateTime &now);
    void insertKey(const AppKeyRow &key) { m_database.insert(key); }
    /// The key in force serves on until then, or, where that is no time, not at all; the ones before it end.
    void retireKeys(AppId app, const QDateTime &until);
    void removeExpiredKeys(const QDateTime &now);

private:
    Database &m_database;
    LastUses *m_uses = nullptr;
};
