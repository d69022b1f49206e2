// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A key of an app as it may be shown again: enough to tell it from another.
class AppKey
{
    Q_GADGET
    Q_CLASSINFO("hint.doc", "The last four characters.")
    Q_CLASSINFO("expiresAt.optional", "true")
    Q_CLASSINFO("expiresAt.doc", "Of a key that was followed by another and serves on until then.")
    Q_CLASSINFO("lastUsedAt.optional", "true")
    Q_CLASSINFO("lastUsedAt.doc", "To a minute.")
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

/// How a new key takes over from the one so far.
class KeyRotation
{
    Q_GADGET
    Q_CLASSINFO("graceSeconds.min", "0")
    Q_CLASSINFO("graceSeconds.max", "604800")
    Q_CLASSINFO("graceSeconds.doc", "How long the key so far serves on; 0: it ends at once, as one that got out must.")
    Q_PROPERTY(qint64 graceSeconds MEMBER graceSeconds)

public:
    qint64 graceSeconds = 86400;
};

/// The new key is shown here and never again.
class RotatedKey
{
    Q_GADGET
    Q_CLASSINFO("appKey.doc", "Keep it secret and safe: it is shown only now.")
    Q_CLASSINFO("oldKeyExpiresAt.optional", "true")
    Q_CLASSINFO("oldKeyExpiresAt.doc", "Absent where the key so far has ended.")
    Q_PROPERTY(AppId appId MEMBER appId DESIGNABLE false)
    Q_PROPERTY(QString appKey MEMBER appKey DESIGNABLE false)
    Q_PROPERTY(QDateTime oldKeyExpiresAt MEMBER oldKeyExpiresAt DESIGNABLE false)

public:
    AppId appId;
    QString appKey;
    QDateTime oldKeyExpiresAt;
};
