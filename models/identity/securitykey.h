// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/securitykeyid.h"

#include <QDateTime>
#include <QObject>

/// A security key or passkey of a user (Web Authentication Level 2). Keys are added on the server's page
/// `/oauth/security-keys`, because a browser gives them to a page of the server's own origin only.
class SecurityKey
{
    Q_GADGET
    Q_CLASSINFO("name.min", "1")
    Q_CLASSINFO("name.max", "60")
    Q_CLASSINFO("name.doc", "The name by which the user tells the key from others.")
    Q_CLASSINFO("verifiesUser.doc",
                "Whether the key asked for a PIN, a fingerprint or the like when it was added. Such a key signs in "
                "without a password.")
    Q_CLASSINFO("lastUsedAt.doc", "Time of the last sign-in with the key; absent if there has been none.")
    Q_CLASSINFO("lastUsedAt.optional", "true")
    Q_PROPERTY(SecurityKeyId securityKeyId MEMBER securityKeyId DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name REQUIRED)
    Q_PROPERTY(bool verifiesUser MEMBER verifiesUser DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt DESIGNABLE false)

public:
    SecurityKeyId securityKeyId;
    QString name;
    bool verifiesUser = false;
    QDateTime createdAt;
    QDateTime lastUsedAt;

    friend bool operator==(const SecurityKey &, const SecurityKey &) = default;
};
