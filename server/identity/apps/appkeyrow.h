// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

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
