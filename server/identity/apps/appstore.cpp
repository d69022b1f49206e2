// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/appstore.h"

#include "server/identity/credentials/lastuses.h"

#include <QSet>

std::optional<App> AppStore::find(AppId app) { return m_database.one<App>("SELECT * FROM app WHERE app_id = ?", app); }

std::optional<App> AppStore::findForUpdate(AppId app)
{
    return m_database.one<App>("SELECT * FROM app WHERE app_id = ?" + m_database.forUpdate(), app);
}

std::optional<App> AppStore::owned(AccountId account, AppId app)
{
    return m_database.one<App>("SELECT * FROM app WHERE account_id = ? AND app_id = ?", account, app);
}

QList<App> AppStore::ofAccount(AccountId account)
{
    return m_database.select<App>("SELECT * FROM app WHERE account_id = ? ORDER BY created_at DESC, app_id DESC",
                                  account);
}

qint64 AppStore::countOf(AccountId account)
{
    return m_database.value("SELECT count(*) FROM app WHERE account_id = ?", account).toLongLong();
}

void AppStore::remove(AppId app) { m_database.exec("DELETE FROM app WHERE app_id = ?", app); }

void AppStore::insert(const App &app)
{
    m_database.insert(app);
    setOrigins(app);
}

void AppStore::update(const App &app)
{
    m_database.update(app);
    setOrigins(app);
}

void AppStore::setOrigins(const App &app)
{
    m_database.exec("DELETE FROM app_origin WHERE app_id = ?", app.appId);
    const QSet<QString> origins(app.origins.begin(), app.origins.end());
    for (const QString &origin : origins)
        m_database.exec("INSERT INTO app_origin (origin, app_id) VALUES (?, ?)", origin, app.appId);
}

bool AppStore::allowsOrigin(const QString &origin, AppId app)
{
    static const QByteArray any = "SELECT 1 FROM app_origin o JOIN app a ON a.app_id = o.app_id "
                                  "WHERE o.origin = ? AND a.status = 'active'";
    if (app.isNull())
        return m_database.value(any + " LIMIT 1", origin).isValid();
    return m_database.value(any + " AND o.app_id = ?", origin, app).isValid();
}

bool AppStore::hasKey(AppId app, const QString &keyHash, const QDateTime &now)
{
    const auto key = m_database.one<AppKeyRow>("SELECT key_id, last_used_at FROM app_key WHERE key_hash = ? "
                                               "AND app_id = ? AND (expires_at IS NULL OR expires_at > ?)",
                                               keyHash, app, now);
    if (key && m_uses)
        m_uses->note(key->keyId, key->lastUsedAt);
    return key.has_value();
}

QList<AppKey> AppStore::keys(AppId app, const QDateTime &now)
{
    return m_database.select<AppKey>("SELECT key_id, hint, created_at, expires_at, last_used_at FROM app_key "
                                     "WHERE app_id = ? AND (expires_at IS NULL OR expires_at > ?) "
                                     "ORDER BY created_at DESC, key_id DESC",
                                     app, now);
}

void AppStore::retireKeys(AppId app, const QDateTime &until)
{
    m_database.exec("DELETE FROM app_key WHERE app_id = ? AND (expires_at IS NOT NULL OR ?)", app, !until.isValid());
    m_database.exec("UPDATE app_key SET expires_at = ? WHERE app_id = ?", until, app);
}

void AppStore::removeExpiredKeys(const QDateTime &now)
{
    m_database.exec("DELETE FROM app_key WHERE expires_at < ?", now);
}
