// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

/// Carries a sign-in from one app to another, such as from a desktop to a phone by a QR code. Good once.
class SignInToken
{
    Q_GADGET
    Q_CLASSINFO("expiresIn.doc", "Seconds.")
    Q_CLASSINFO("url.doc", "Where another app redeems it, with its own credential; what a QR code should say.")
    Q_PROPERTY(QString accountToken MEMBER accountToken DESIGNABLE false)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn DESIGNABLE false)
    Q_PROPERTY(QUrl url MEMBER url DESIGNABLE false)

public:
    QString accountToken;
    qint64 expiresIn = 0;
    QUrl url;
};
