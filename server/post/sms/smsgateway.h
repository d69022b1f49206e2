// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config.h"
#include "server/core/net/webclient.h"
#include "server/post/sms/textmessage.h"

/// The HTTP service that text messages leave by: it gets `{"to": "+49…", "text": "…"}` by POST, with the configured
/// token as Bearer (RFC 6750), and an `Idempotency-Key` that stays the same when one message is tried again.
class SmsGateway
{
public:
    SmsGateway(SmsConfig config, const WebClient &web)
        : m_config(std::move(config))
        , m_web(web)
    {
    }

    /// Returns when the gateway has taken it (2xx). Blocks. Throws DeliveryError.
    void send(const TextMessage &message, const QByteArray &id) const;

private:
    SmsConfig m_config;
    const WebClient &m_web;
};
