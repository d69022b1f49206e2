// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>

struct Request;

/// Proves that a payment provider sent a request: `Payment-Signature: t=<seconds since 1970>,v1=<hex>`, where the hex
/// is the HMAC-SHA256 (RFC 2104) of `<t>.<path>.<body>` under a secret that both know. The path is in it, so that
/// nobody can turn the word of a failure into that of a payment. Several `v1` may come, one for each secret while
/// secrets are changed.
class PaymentSignature
{
public:
    /// `secrets`: each is good, so that a new one can be brought in before the old one goes.
    explicit PaymentSignature(QByteArrayList secrets)
        : m_secrets(std::move(secrets))
    {
    }

    /// Throws Problem 401 `invalid_signature`, or `signature_expired` when the time is more than five minutes off.
    void require(const Request &request, const QDateTime &now) const;
    /// The header's value for what is about to be sent, under the first secret.
    QByteArray sign(const QByteArray &path, const QByteArray &body, const QDateTime &now) const;

private:
    QByteArrayList m_secrets;
};
