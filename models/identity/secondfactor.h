// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QUrl>

/// The state of a user's second factors: an authenticator app (RFC 6238), security keys, and recovery codes.
class SecondFactor
{
    Q_GADGET
    Q_CLASSINFO("enabled.doc", "Whether an authenticator app is set up. A sign-in asks for its code.")
    Q_CLASSINFO("required.doc",
                "Whether the server requires a second factor of this user. Without one, the user can only set it up.")
    Q_CLASSINFO("enabledAt.optional", "true")
    Q_CLASSINFO("recoveryCodesLeft.doc", "Number of unused recovery codes.")
    Q_CLASSINFO("securityKeys.doc",
                "Number of security keys and passkeys. With one, a sign-in asks for a second factor as well.")
    Q_CLASSINFO("securityKeysPage.doc",
                "The web page on which the user adds keys. Absent if the server's public URL is not a name that is "
                "reached over HTTPS, because browsers then have no keys for it.")
    Q_CLASSINFO("securityKeysPage.optional", "true")
    Q_PROPERTY(bool enabled MEMBER enabled DESIGNABLE false)
    Q_PROPERTY(bool required MEMBER required DESIGNABLE false)
    Q_PROPERTY(QDateTime enabledAt MEMBER enabledAt DESIGNABLE false)
    Q_PROPERTY(qint64 recoveryCodesLeft MEMBER recoveryCodesLeft DESIGNABLE false)
    Q_PROPERTY(qint64 securityKeys MEMBER securityKeys DESIGNABLE false)
    Q_PROPERTY(QUrl securityKeysPage MEMBER securityKeysPage DESIGNABLE false)

public:
    bool enabled = false;
    bool required = false;
    QDateTime enabledAt;
    qint64 recoveryCodesLeft = 0;
    qint64 securityKeys = 0;
    QUrl securityKeysPage;
};

/// The beginning of a set-up.
class SecondFactorRequest
{
    Q_GADGET
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc",
                "The user's password. A user without one must have signed in within the last ten minutes.")
    Q_CLASSINFO("code.max", "40")
    Q_CLASSINFO("code.doc", "A recovery code, of a user who has security keys already.")
    Q_PROPERTY(QString password MEMBER password)
    Q_PROPERTY(QString code MEMBER code)

public:
    QString password;
    QString code;
};

/// The secret to enter in an authenticator app. The server returns it only once.
class SecondFactorSetup
{
    Q_GADGET
    Q_CLASSINFO("secret.doc", "The secret in Base32 (RFC 4648), for entering by hand.")
    Q_CLASSINFO("uri.doc", "The same as an `otpauth://` URI, which authenticator apps scan as a QR code.")
    Q_CLASSINFO("expiresIn.doc", "Time in seconds within which the first code must confirm the set-up.")
    Q_PROPERTY(QString secret MEMBER secret DESIGNABLE false)
    Q_PROPERTY(QString uri MEMBER uri DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)

public:
    QString secret;
    QString uri;
    qint64 expiresIn = 0;
};

/// The first code of a new authenticator app.
class SecondFactorConfirmation
{
    Q_GADGET
    Q_CLASSINFO("code.max", "40")
    Q_CLASSINFO("code.doc", "The code that the authenticator app shows.")
    Q_CLASSINFO(
        "endOtherSessions.doc",
        "Whether the user's other sessions end. They always end for a user of whom a second factor is required.")
    Q_PROPERTY(QString code MEMBER code REQUIRED)
    Q_PROPERTY(bool endOtherSessions MEMBER endOtherSessions)

public:
    QString code;
    bool endOtherSessions = false;
};

/// A proof by both factors.
class SecondFactorProof
{
    Q_GADGET
    Q_CLASSINFO("password.max", "1000")
    Q_CLASSINFO("password.format", "password")
    Q_CLASSINFO("password.doc", "The user's password, if the user has one.")
    Q_CLASSINFO("code.max", "40")
    Q_CLASSINFO("code.doc", "A code of the authenticator app, or a recovery code.")
    Q_PROPERTY(QString password MEMBER password)
    Q_PROPERTY(QString code MEMBER code REQUIRED)

public:
    QString password;
    QString code;
};

/// Codes that replace the authenticator app, once each. The server returns them only once.
class RecoveryCodes
{
    Q_GADGET
    Q_PROPERTY(QStringList codes MEMBER codes DESIGNABLE false)

public:
    QStringList codes;
};

/// The second step of a sign-in.
class SecondStep
{
    Q_GADGET
    Q_CLASSINFO("challenge.max", "200")
    Q_CLASSINFO("challenge.doc", "The `challenge` of the first step's answer `second_factor_required`.")
    Q_CLASSINFO("code.max", "40")
    Q_CLASSINFO("code.doc", "A code of the authenticator app, or a recovery code.")
    Q_PROPERTY(QString challenge MEMBER challenge REQUIRED)
    Q_PROPERTY(QString code MEMBER code REQUIRED)

public:
    QString challenge;
    QString code;
};
