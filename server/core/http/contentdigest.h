// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Checks a body against its `Content-Digest` (RFC 9530). Only sha-256 and sha-512 are checked; other algorithms and an
/// absent header are accepted.
/// Throws: Problem 400 `digest_malformed`, 422 `digest_mismatch`.
void requireDigest(const QByteArray &contentDigest, const QByteArray &body);
