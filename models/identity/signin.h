// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

/// A session as its user sees it: an app on a device.
class SignIn
{
    Q_GADGET
    Q_CLASSINFO("userAgent.doc", "The User-Agent of the sign-in. It is not verified.")
    Q_CLASSINFO("address.doc", "IP address of the sign-in.")
    Q_CLASSINFO("lastUsedAt.doc", "Time of the last use, with an accuracy of one minute.")
    Q_CLASSINFO("current.doc", "Whether this is the session of the request.")
    Q_CLASSINFO("appName.optional", "json")
    Q_CLASSINFO("userAgent.optional", "json")
    Q_CLASSINFO("address.optional", "json")
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

/// A one-time token that signs a user in to another app, such as on a phone that scans a QR code.
class SignInToken
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the token in seconds.")
    Q_CLASSINFO("url.doc", "URL at which another app redeems the token with its own credential. Suitable as a QR code.")
    Q_CLASSINFO("url.optional", "true")
    Q_PROPERTY(QString accountToken MEMBER accountToken DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)
    Q_PROPERTY(QUrl url MEMBER url DESIGNABLE false)

public:
    QString accountToken;
    qint64 expiresIn = 0;
    QUrl url;
};
