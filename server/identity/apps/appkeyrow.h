// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A key of an app as it is kept.
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
    QString hint; ///< its last characters
    QDateTime createdAt;
    QDateTime expiresAt; ///< invalid: of the key that is in force
    QDateTime lastUsedAt;
};
