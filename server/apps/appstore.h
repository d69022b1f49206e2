// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/app.h"
#include "server/db/database.h"

/// The SQL of apps and their keys. Keys come as hashes.
class AppStore
{
public:
    explicit AppStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<App> find(AppId app);
    std::optional<App> owned(AccountId account, AppId app);
    QList<App> ofAccount(AccountId account);
    void insert(const App &app) { m_database.insert(app); }
    void update(const App &app) { m_database.update(app); }

    /// Whether an active app has registered this web origin.
    bool allowsOrigin(const QString &origin);

    bool hasKey(AppId app, const QString &keyHash, const QDateTime &now);
    void insertKey(AppId app, const QString &keyHash, const QDateTime &now);

private:
    Database &m_database;
};
