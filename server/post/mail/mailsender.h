// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/post/mail/mail.h"
#include "server/post/mail/mailsettings.h"
#include "server/post/sms/smsgateway.h"

#include <atomic>

/// Sends a mail to the SMTP server or the outbox, and a text message to the gateway. `id` is the same for each attempt,
/// so that the receiver can recognize a message that it already has.
///
/// Throws: DeliveryError.
/// Thread: the functions block, for a minute at most.
class MailSender
{
public:
    MailSender(const MailSettings &mail, const SmsSettings &sms, const WebClient &web);

    /// Breaks off when `stopping` becomes true.
    void send(const Mail &mail, const QString &id, const std::atomic_bool &stopping) const;
    void send(const TextMessage &text, const QString &id) const;

private:
    void writeFile(const QByteArray &message, const QString &id) const;

    MailSettings m_settings;
    SmsGateway m_gateway;
};
