// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"
#include "server/post/mail/mail.h"
#include "server/post/mail/mailsettings.h"
#include "server/post/sms/smsgateway.h"

#include <atomic>

class ServerKey;
class WebClient;

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

/// Returns the jobs that send the messages of MailQueue. A message leaves the queue only after the SMTP server or the
/// gateway has accepted it, or its file is on disk. A mail is retried for a day, a text message while it is useful.
JobTable mailJobs(const ServerKey &key, const MailSettings &mail, const SmsSettings &sms, const WebClient &web);

/// Hands a message to an SMTP server (RFC 5321). The connection is encrypted where the address is `smtps`, where the
/// server offers STARTTLS (RFC 3207), and otherwise only if nothing asks for more: a password, or `?starttls=required`.
namespace SmtpClient {

/// Returns when the server has taken it. Blocks, for a minute at most, or until it is to stop. Throws DeliveryError.
void send(const MailSettings &config, const QString &to, const QByteArray &message, const std::atomic_bool &stop);
}
