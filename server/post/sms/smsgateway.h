// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/webclient.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QUrl>

/// A text message to a phone.
class TextMessage
{
    Q_GADGET
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QDateTime goodUntil MEMBER goodUntil)

public:
    QString to; ///< in E.164 form; empty: sent to nobody
    QString text;
    QDateTime goodUntil; ///< the message is not sent after this time
};

/// Settings of the HTTP service that sends text messages.
struct SmsSettings
{
    QUrl gateway; ///< address of the service; empty: text messages are refused
    QString token; ///< Bearer token for the service, if it needs one
};

/// Sends text messages through an HTTP service. The service receives `{"to": "+49…", "text": "…"}` by POST, with the
/// configured token as Bearer (RFC 6750) and an `Idempotency-Key` that stays the same when a message is sent again.
class SmsGateway
{
public:
    SmsGateway(SmsSettings config, const WebClient &web)
        : m_config(std::move(config))
        , m_web(web)
    {
    }

    /// Returns the address of the gateway, or an empty address if there is none.
    const QUrl &address() const { return m_config.gateway; }
    /// Sends a message and blocks until the gateway has accepted it (2xx). `id` becomes the `Idempotency-Key`.
    /// Throws: DeliveryError.
    void send(const TextMessage &message, const QByteArray &id) const;

private:
    SmsSettings m_config;
    const WebClient &m_web;
};
