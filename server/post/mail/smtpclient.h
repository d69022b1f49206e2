// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/post/mail/mailsettings.h"

#include <atomic>

/// Hands a message to an SMTP server (RFC 5321). The connection is encrypted where the address is `smtps`, where the
/// server offers STARTTLS (RFC 3207), and otherwise only if nothing asks for more: a password, or `?starttls=required`.
namespace SmtpClient {

/// Returns when the server has taken it. Blocks, for a minute at most, or until it is to stop. Throws DeliveryError.
void send(const MailSettings &config, const QString &to, const QByteArray &message, const std::atomic_bool &stop);
}
