// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/apps/appstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<App> AppStore::find(AppId app) { return m_database.one<App>("SELECT * FROM app WHERE app_id = ?", app); }

std::optional<App> AppStore::owned(AccountId account, AppId app)
{
    return m_database.one<App>("SELECT * FROM app WHERE account_id = ? AND app_id = ?", account, app);
}

QList<App> AppStore::ofAccount(AccountId account)
{
    return m_database.select<App>("SELECT * FROM app WHERE account_id = ? ORDER BY created_at DESC, app_id DESC",
                                  account);
}

bool AppStore::allowsOrigin(const QString &origin)
{
    // The list is JSON text: what LIKE finds is looked at again, as `_` and `%` in an origin would find too much.
    const auto apps = m_database.select<App>("SELECT * FROM app WHERE status = 'active' AND origins LIKE ?",
                                             u"%\""_s + origin + u"\"%"_s);
    return std::any_of(apps.begin(), apps.end(), [&](const App &app) { return app.origins.contains(origin); });
}

bool AppStore::hasKey(AppId app, const QString &keyHash, const QDateTime &now)
{
    return m_database
               .value("SELECT count(*) FROM app_key WHERE key_hash = ? AND app_id = ? "
                      "AND (expires_at IS NULL OR expires_at > ?)",
                      keyHash, app, now)
               .toInt()
        > 0;
}

void AppStore::insertKey(AppId app, const QString &keyHash, const QDateTime &now)
{
    m_database.exec("INSERT INTO app_key (key_hash, app_id, created_at) VALUES (?, ?, ?)", keyHash, app, now);
}
