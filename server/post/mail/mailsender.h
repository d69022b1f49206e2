// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/post/mail/mail.h"
#include "server/post/mail/mailsettings.h"
#include "server/post/sms/smsgateway.h"

#include <atomic>

/// Sends a mail to the SMTP server, or into the outbox, and a text message to the gateway. `id` is the same at each
/// try, by which the other side can tell that it has the message already.
///
/// Throws: DeliveryError.
/// Thread: the functions block, for a minute at most.
class MailSender
{
public:
    MailSender(const MailSettings &mail, const SmsSettings &sms, const WebClient &web);

    /// Breaks off once `stopping` is true.
    void send(const Mail &mail, const QString &id, const std::atomic_bool &stopping) const;
    void send(const TextMessage &text, const QString &id) const;

private:
    void writeFile(const QByteArray &message, const QString &id) const;

    MailSettings m_settings;
    SmsGateway m_gateway;
};
