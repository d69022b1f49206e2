// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notifications/notification.h"
#include "models/notifications/webhookmessage.h"
#include "server/core/http/headers.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>

/// Signs webhooks as the Standard Webhooks specification (1.0) defines. The headers are `webhook-id`,
/// `webhook-timestamp`, and `webhook-signature: v1,<base64>` with the HMAC-SHA256 of `<id>.<timestamp>.<body>`. While a
/// secret is being replaced, `webhook-signature` contains one signature per secret.
namespace Webhook {

/// Returns a new secret: `whsec_` and 32 random bytes in Base64.
QByteArray newSecret();
/// Returns 32 bytes as a secret.
QByteArray secretFrom(const QByteArray &bytes);
/// Returns the message about one notification.
WebhookMessage messageOf(const Notification &notification);
/// Returns the headers for a body, signed with each of the secrets.
Headers signedHeaders(const QByteArray &id, const QDateTime &time, const QByteArray &body,
                      const QByteArrayList &secrets);
}
