// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"

#include <QDateTime>
#include <QObject>

/// One place where a user is signed in, as the user sees it: an app on a device.
class SignIn
{
    Q_GADGET
    Q_CLASSINFO("userAgent.doc", "What the client said of itself at the sign-in; it may say anything.")
    Q_CLASSINFO("address.doc", "Where the sign-in came from.")
    Q_CLASSINFO("lastUsedAt.doc", "To a minute.")
    Q_CLASSINFO("current.doc", "Whether it is the session of this very request.")
    Q_PROPERTY(SessionId sessionId MEMBER sessionId DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appName MEMBER appName DESIGNABLE false)
    Q_PROPERTY(QString userAgent MEMBER userAgent DESIGNABLE false)
    Q_PROPERTY(QString address MEMBER address DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt DESIGNABLE false)
    Q_PROPERTY(bool current MEMBER current DESIGNABLE false)
    Q_PROPERTY(Scopes scopes MEMBER scopes DESIGNABLE false)

public:
    SessionId sessionId;
    AppId appId;
    QString appName;
    QString userAgent;
    QString address;
    QDateTime createdAt;
    QDateTime lastUsedAt;
    bool current = false;
    Scopes scopes;

    friend bool operator==(const SignIn &, const SignIn &) = default;
};
