// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"
#include "models/identity/appkey.h"
#include "server/core/db/database.h"

class LastUses;

/// A stored key of an app.
class AppKeyRow
{
    Q_GADGET
    Q_CLASSINFO("table", "app_key")
    Q_PROPERTY(QString keyHash MEMBER keyHash)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(AppKeyId keyId MEMBER keyId)
    Q_PROPERTY(QString hint MEMBER hint)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt)

public:
    QString keyHash;
    AppId appId;
    AppKeyId keyId;
    QString hint; ///< the last characters of the key
    QDateTime createdAt;
    QDateTime expiresAt; ///< invalid for the current key
    QDateTime lastUsedAt;
};

/// The SQL of apps and their keys. Keys are passed as hashes.
class AppStore
{
public:
    explicit AppStore(Database &database)
        : m_database(database)
    {
    }
    /// Creates a store that also notes when keys are used.
    AppStore(Database &database, LastUses &uses)
        : m_database(database)
        , m_uses(&uses)
    {
    }

    std::optional<App> find(AppId app);
    std::optional<App> findForUpdate(AppId app);
    std::optional<App> owned(AccountId account, AppId app);
    QList<App> ofAccount(AccountId account);
    qint64 countOf(AccountId account);
    /// Transaction: the caller's, for both.
    void insert(const App &app);
    void update(const App &app);
    /// Deletes the app with its keys, sessions, tokens, consents and links.
    void remove(AppId app);

    /// Returns whether the active app has registered this web origin. A null ID asks for any active app.
    bool allowsOrigin(const QString &origin, AppId app = {});

    bool hasKey(AppId app, const QString &keyHash, const QDateTime &now);
    /// Returns the valid keys, newest first.
    QList<AppKey> keys(AppId app, const QDateTime &now);
    void insertKey(const AppKeyRow &key) { m_database.insert(key); }
    /// Lets the current key expire at `until`, or deletes it if `until` is invalid. Deletes the older keys.
    void retireKeys(AppId app, const QDateTime &until);
    void removeExpiredKeys(const QDateTime &now);

private:
    void setOrigins(const App &app);

    Database &m_database;
    LastUses *m_uses = nullptr;
};
