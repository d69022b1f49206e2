// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

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
