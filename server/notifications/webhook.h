// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>

/// A webhook's signature, as the Standard Webhooks specification (1.0) says: `webhook-id`, `webhook-timestamp` and
/// `webhook-signature: v1,<base64>`, the HMAC-SHA256 of `<id>.<timestamp>.<body>`; several signatures, one for each
/// secret while secrets are changed.
namespace Webhook {

/// `whsec_` and 32 random bytes in Base64.
QByteArray newSecret();
Headers signedHeaders(const QByteArray &id, const QDateTime &time, const QByteArray &body,
                      const QByteArrayList &secrets);
}
