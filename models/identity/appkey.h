// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A key of an app without its secret value.
class AppKey
{
    Q_GADGET
    Q_CLASSINFO("hint.doc", "The last four characters of the key.")
    Q_CLASSINFO("expiresAt.optional", "true")
    Q_CLASSINFO("expiresAt.doc", "When a replaced key stops working; absent for the current key.")
    Q_CLASSINFO("lastUsedAt.optional", "true")
    Q_CLASSINFO("lastUsedAt.doc", "Time of the last use, with an accuracy of one minute.")
    Q_PROPERTY(AppKeyId keyId MEMBER keyId DESIGNABLE false)
    Q_PROPERTY(QString hint MEMBER hint DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt DESIGNABLE false)

public:
    AppKeyId keyId;
    QString hint;
    QDateTime createdAt;
    QDateTime expiresAt;
    QDateTime lastUsedAt;

    friend bool operator==(const AppKey &, const AppKey &) = default;
};

/// A request for a new key.
class KeyRotation
{
    Q_GADGET
    Q_CLASSINFO("graceSeconds.min", "0")
    Q_CLASSINFO("graceSeconds.max", "604800")
    Q_CLASSINFO("graceSeconds.doc",
                "Seconds that the current key keeps working. 0 revokes it immediately, as for a leaked key.")
    Q_PROPERTY(qint64 graceSeconds MEMBER graceSeconds)

public:
    qint64 graceSeconds = 86400;
};

/// A new key. The server returns the secret value only once.
class RotatedKey
{
    Q_GADGET
    Q_CLASSINFO("appKey.doc", "The secret key. It is returned only once.")
    Q_CLASSINFO("oldKeyExpiresAt.optional", "true")
    Q_CLASSINFO("oldKeyExpiresAt.doc", "When the previous key stops working; absent if it has been revoked.")
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appKey MEMBER appKey DESIGNABLE false)
    Q_PROPERTY(QDateTime oldKeyExpiresAt MEMBER oldKeyExpiresAt DESIGNABLE false)

public:
    AppId appId;
    QString appKey;
    QDateTime oldKeyExpiresAt;
};
