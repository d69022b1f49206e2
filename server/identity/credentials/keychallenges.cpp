// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/keychallenges.h"

#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/core/base/serverkey.h"

#include <sodium.h>

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {
constexpr char purpose[] = "key challenge";
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype randomSize = 16;
constexpr qsizetype headSize = randomSize + qsizetype(sizeof(qint64));

QByteArray message(const QByteArray &head, const QString &form, const QString &browserSecret)
{
    return head.toHex() + '\n' + form.toLatin1() + '\n' + browserSecret.toLatin1();
}
}

QByteArray KeyChallenges::make(const QString &form, const QString &browserSecret) const
{
    QByteArray head(headSize, Qt::Uninitialized);
    randombytes_buf(head.data(), size_t(randomSize));
    qToBigEndian(Times::now().addSecs(lifetime).toMSecsSinceEpoch(), head.data() + randomSize);
    const QByteArray signature = m_key.sign(purpose, message(head, form, browserSecret));
    return (head + QByteArray::fromBase64(signature, QByteArray::Base64UrlEncoding)).toBase64(encoding);
}

QDateTime KeyChallenges::expiry(const QByteArray &challenge, const QString &form, const QString &browserSecret) const
{
    const QByteArray whole = QByteArray::fromBase64(challenge, QByteArray::Base64UrlEncoding);
    // A challenge is remembered by its text once it has been used, so only one spelling is valid.
    if (whole.size() <= headSize || whole.toBase64(encoding) != challenge || browserSecret.isEmpty())
        return {};
    const QByteArray head = whole.first(headSize);
    if (!m_key.verify(purpose, message(head, form, browserSecret), whole.sliced(headSize).toBase64(encoding)))
        return {};
    const QDateTime expires =
        QDateTime::fromMSecsSinceEpoch(qFromBigEndian<qint64>(head.constData() + randomSize), Times::utc);
    return expires > Times::now() ? expires : QDateTime();
}
