// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"
#include "models/identity/appusage.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

/// A program that a developer has registered. It calls the API with its app_id and app_key.
class App
{
    Q_GADGET
    Q_CLASSINFO("description.format", "multi-line")
    Q_CLASSINFO("table", "app")
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "100")
    Q_CLASSINFO("description.max", "2000")
    Q_CLASSINFO("redirectUris.max", "20")
    Q_CLASSINFO("redirectUris.doc", "URIs that a sign-in may redirect to. They must match exactly.")
    Q_CLASSINFO("origins.max", "20")
    Q_CLASSINFO("origins.doc", "Web origins (RFC 6454) that may call the API from a browser.")
    Q_CLASSINFO("trialEndsAt.optional", "true")
    Q_CLASSINFO("blocked.doc", "An administrator has deactivated the app. Only an administrator can activate it again.")
    Q_CLASSINFO("dailyQuota.doc", "Maximum number of calls per day (UTC); 0: no limit.")
    Q_CLASSINFO("description.optional", "json")
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(Type type MEMBER type REQUIRED)
    Q_PROPERTY(Platform platform MEMBER platform REQUIRED)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(QStringList redirectUris MEMBER redirectUris)
    Q_PROPERTY(QStringList origins MEMBER origins)
    Q_PROPERTY(Status status MEMBER status DESIGNABLE false)
    Q_PROPERTY(bool blocked MEMBER blocked DESIGNABLE false)
    Q_PROPERTY(bool firstParty MEMBER firstParty SCRIPTABLE false)
    Q_PROPERTY(QDateTime trialEndsAt MEMBER trialEndsAt DESIGNABLE false)
    Q_PROPERTY(qint64 dailyQuota MEMBER dailyQuota DESIGNABLE false)
    Q_PROPERTY(Scopes scopes MEMBER scopes SCRIPTABLE false)
    Q_PROPERTY(AppUsage usage MEMBER usage DESIGNABLE false STORED false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class Type { Trial, Purchased };
    Q_ENUM(Type)
    enum class Platform { Android, Ios, Windows, Html5 };
    Q_ENUM(Platform)
    /// `pending`: purchased, but not paid yet.
    enum class Status { Active, Inactive, Pending };
    Q_ENUM(Status)

    AppId appId;
    AccountId accountId;
    Type type = Type::Trial;
    Platform platform = Platform::Android;
    QString name;
    QString description;
    QStringList redirectUris;
    QStringList origins;
    Status status = Status::Active;
    bool blocked = false;
    bool firstParty = false;
    QDateTime trialEndsAt;
    qint64 dailyQuota = 0;
    Scopes scopes; ///< the app's own scopes, in addition to those its users grant: `manage`
    AppUsage usage; ///< set when the app is read
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const App &, const App &) = default;
};

/// An app that is linked to an account, with the scopes granted to it.
class LinkedApp
{
    Q_GADGET
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(Scopes scopes MEMBER scopes DESIGNABLE false)
    Q_PROPERTY(QDateTime linkedAt MEMBER linkedAt DESIGNABLE false)

public:
    AppId appId;
    QString name;
    Scopes scopes;
    QDateTime linkedAt;

    friend bool operator==(const LinkedApp &, const LinkedApp &) = default;
};
