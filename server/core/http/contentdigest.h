// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Holds a body against the `Content-Digest` that came with it (RFC 9530). Of the algorithms only sha-256 and sha-512
/// count, others are passed over, and no header at all is well. Throws Problem: 400 `digest_malformed`, 422
/// `digest_mismatch`.
void requireDigest(const QByteArray &contentDigest, const QByteArray &body);
