// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"
#include "server/core/db/database.h"

#include <chrono>

/// The owner of an app token.
class AppTokenOwner
{
    Q_GADGET
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(bool firstParty MEMBER firstParty)
    Q_PROPERTY(App::Status appStatus MEMBER appStatus)
    Q_PROPERTY(QDateTime trialEndsAt MEMBER trialEndsAt)
    Q_PROPERTY(qint64 dailyQuota MEMBER dailyQuota)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt)

public:
    AppId appId;
    bool firstParty = false;
    App::Status appStatus = App::Status::Inactive;
    QDateTime trialEndsAt;
    qint64 dailyQuota = 0;
    Scopes scopes;
    QDateTime expiresAt;
};

/// Access tokens of apps themselves, without a user (RFC 6749, 4.4). A token can replace the app's key, so that the key
/// need not be sent with each request.
class AppTokens
{
public:
    AppTokens(Database &database, std::chrono::seconds life)
        : m_database(database)
        , m_life(life)
    {
    }

    std::chrono::seconds life() const { return m_life; }
    QString issue(AppId app, Scopes scopes);
    std::optional<AppTokenOwner> owner(const QString &token);
    void revoke(const QString &token);
    void revokeAllOf(AppId app);
    void removeExpired(const QDateTime &now);

    /// Returns whether this is an app token, and not a token of a user.
    static bool isOne(QStringView token) { return token.startsWith(prefix); }

private:
    static constexpr QLatin1StringView prefix{"wmc_"};

    Database &m_database;
    std::chrono::seconds m_life;
};
