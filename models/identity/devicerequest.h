// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"

#include <QDateTime>
#include <QObject>

/// The request of a device without a browser for access to the account of the user who enters its code (RFC 8628).
class DeviceRequest
{
    Q_GADGET
    Q_CLASSINFO("userCode.doc", "The code that the device shows, such as `BCDF-GHJK`.")
    Q_CLASSINFO("developer.doc", "Name of the account that the app belongs to.")
    Q_CLASSINFO("developer.optional", "json")
    Q_CLASSINFO("description.optional", "json")
    Q_CLASSINFO("scopes.doc", "The requested scopes that the caller can grant.")
    Q_PROPERTY(QString userCode MEMBER userCode DESIGNABLE false)
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appName MEMBER appName DESIGNABLE false)
    Q_PROPERTY(QString developer MEMBER developer DESIGNABLE false)
    Q_PROPERTY(QString description MEMBER description DESIGNABLE false)
    Q_PROPERTY(Scopes scopes MEMBER scopes DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)

public:
    QString userCode;
    AppId appId;
    QString appName;
    QString developer;
    QString description;
    Scopes scopes;
    QDateTime createdAt;
    QDateTime expiresAt;

    friend bool operator==(const DeviceRequest &, const DeviceRequest &) = default;
};

/// The user's decision about the request of a device.
class DeviceDecision
{
    Q_GADGET
    Q_CLASSINFO("approved.doc", "Whether the device gets access. The decision is final.")
    Q_PROPERTY(bool approved MEMBER approved REQUIRED)

public:
    bool approved = false;
};
