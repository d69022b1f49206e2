// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"

#include <QDateTime>
#include <QObject>

/// The access that a user has given an app, by a consent or by signing in with it.
class Consent
{
    Q_GADGET
    Q_CLASSINFO("lastUsedAt.optional", "true")
    Q_CLASSINFO("lastUsedAt.doc", "When the app last signed in or refreshed its tokens.")
    Q_CLASSINFO("description.optional", "json")
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appName MEMBER appName DESIGNABLE false)
    Q_PROPERTY(QString description MEMBER description DESIGNABLE false)
    Q_PROPERTY(Scopes scopes MEMBER scopes DESIGNABLE false)
    Q_PROPERTY(QDateTime givenAt MEMBER givenAt DESIGNABLE false)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt DESIGNABLE false)

public:
    AppId appId;
    QString appName;
    QString description;
    Scopes scopes;
    QDateTime givenAt;
    QDateTime lastUsedAt;

    friend bool operator==(const Consent &, const Consent &) = default;
};
