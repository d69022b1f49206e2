// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// A message of a webhook with its headers, for a program that forwards the message to an endpoint.
class SignedMessage
{
    Q_GADGET
    Q_CLASSINFO("id.doc", "The header `webhook-id`.")
    Q_CLASSINFO("timestamp.doc", "The header `webhook-timestamp`: seconds since 1970.")
    Q_CLASSINFO("signature.doc", "The header `webhook-signature`, by the secret for listeners.")
    Q_CLASSINFO("body.doc", "The body, exactly as it was signed: JSON in UTF-8.")
    Q_PROPERTY(QString id MEMBER id DESIGNABLE false)
    Q_PROPERTY(qint64 timestamp MEMBER timestamp DESIGNABLE false)
    Q_PROPERTY(QString signature MEMBER signature DESIGNABLE false)
    Q_PROPERTY(QString body MEMBER body DESIGNABLE false)

public:
    QString id;
    qint64 timestamp = 0;
    QString signature;
    QString body;
};

/// What a listener needs to know.
class ListenerSecret
{
    Q_GADGET
    Q_CLASSINFO("secret.doc",
                "The secret (`whsec_…`) that signs messages for listeners of the app. It changes if the consent to the "
                "app is withdrawn and given again.")
    Q_PROPERTY(QString secret MEMBER secret DESIGNABLE false)

public:
    QString secret;
};

/// A request for a test message.
class MessageTest
{
    Q_GADGET
    Q_CLASSINFO("type.max", "40")
    Q_CLASSINFO("type.doc", "The type of the message, such as `mark.opened`. Default: `announcement`.")
    Q_CLASSINFO("type.example", "mark.opened")
    Q_PROPERTY(QString type MEMBER type)

public:
    QString type;
};
