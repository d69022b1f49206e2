// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/paymentsignature.h"

#include "server/core/http/access.h"
#include "server/core/http/message.h"
#include "server/core/http/problem.h"

#include <QMessageAuthenticationCode>

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 tolerance = 5 * 60; // seconds between the signature's time and the server's clock

QByteArray signatureOf(const QByteArray &secret, const QByteArray &time, const QByteArray &path, const QByteArray &body)
{
    return QMessageAuthenticationCode::hash(time + '.' + path + '.' + body, secret, QCryptographicHash::Sha256).toHex();
}

bool equal(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}
}

void PaymentSignature::require(const Request &request, const QDateTime &now) const
{
    QByteArray time;
    QByteArrayList signatures;
    for (const QByteArray &part : request.headers.value(paymentSignatureHeader).split(',')) {
        const QByteArray name = before(part.trimmed(), '=');
        const QByteArray value = part.trimmed().mid(name.size() + 1);
        if (name == "t")
            time = value;
        else if (name == "v1")
            signatures += value;
    }
    const bool valid = std::any_of(m_secrets.begin(), m_secrets.end(), [&](const QByteArray &secret) {
        const QByteArray expected = signatureOf(secret, time, request.path, request.body);
        return std::any_of(signatures.begin(), signatures.end(),
                           [&](const QByteArray &signature) { return equal(expected, signature); });
    });
    if (!valid)
        throw Problem::unauthorized(u"invalid_signature"_s, u"The signature does not match the request."_s);
    if (std::abs(time.toLongLong() - now.toSecsSinceEpoch()) > tolerance)
        throw Problem::unauthorized(u"signature_expired"_s,
                                    u"The signature's time differs from the server's by more than 5 minutes."_s);
}

QByteArray PaymentSignature::sign(const QByteArray &path, const QByteArray &body, const QDateTime &now) const
{
    const QByteArray time = QByteArray::number(now.toSecsSinceEpoch());
    return "t=" + time + ",v1=" + signatureOf(m_secrets.constFirst(), time, path, body);
}
