# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies webhooks as the Standard Webhooks specification says (https://www.standardwebhooks.com)."""

import base64
import hashlib
import hmac
import time

TOLERANCE = 5 * 60  # seconds; an older message may be a replay


def is_genuine(secret, headers, body):
    """Returns True if `secret` (whsec_…) has signed the message. `body` are the bytes as they were received."""
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > TOLERANCE:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    # While a secret is being replaced, the header has one signature for each of the two.
    signatures = [part.partition(",") for part in headers.get("webhook-signature", "").split()]
    return any(version == "v1" and hmac.compare_digest(value, expected) for version, _, value in signatures)
