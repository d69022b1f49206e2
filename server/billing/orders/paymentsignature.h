// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>

struct Request;

/// Signs and verifies the requests of a payment provider.
///
/// The header is `Payment-Signature: t=<seconds since 1970>,v1=<hex>`, where `<hex>` is the HMAC-SHA256 (RFC 2104) of
/// `<t>.<path>.<body>` with a shared secret. The path is signed because it contains the order and its new status. The
/// header may contain several `v1` values, one for each secret, while a secret is being replaced.
class PaymentSignature
{
public:
    /// Accepts signatures with any of the `secrets`, so that a secret can be replaced without interruption.
    explicit PaymentSignature(QByteArrayList secrets)
        : m_secrets(std::move(secrets))
    {
    }

    /// Verifies the signature of a request.
    ///
    /// Throws: 401 `invalid_signature`; 401 `signature_expired` if the signature's time differs from `now` by more than
    /// five minutes.
    void require(const Request &request, const QDateTime &now) const;
    /// Returns the header's value for a request, signed with the first secret.
    QByteArray sign(const QByteArray &path, const QByteArray &body, const QDateTime &now) const;

private:
    QByteArrayList m_secrets;
};
