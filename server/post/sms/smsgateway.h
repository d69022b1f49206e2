// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/webclient.h"
#include "server/post/sms/textmessage.h"

#include <QString>
#include <QUrl>

/// The HTTP service that sends text messages.
struct SmsSettings
{
    QUrl gateway; ///< empty: there is none, and text messages are refused
    QString token; ///< the Bearer token of the service, if it needs one
};

/// The HTTP service that text messages leave by: it gets `{"to": "+49…", "text": "…"}` by POST, with the configured
/// token as Bearer (RFC 6750), and an `Idempotency-Key` that stays the same when one message is tried again.
class SmsGateway
{
public:
    SmsGateway(SmsSettings config, const WebClient &web)
        : m_config(std::move(config))
        , m_web(web)
    {
    }

    /// Empty when there is no gateway.
    const QUrl &address() const { return m_config.gateway; }
    /// Blocks until the gateway has accepted the message (2xx).
    /// Throws: DeliveryError.
    void send(const TextMessage &message, const QByteArray &id) const;

private:
    SmsSettings m_config;
    const WebClient &m_web;
};
