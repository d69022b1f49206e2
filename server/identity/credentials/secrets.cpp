// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/secrets.h"

#include <sodium.h>

QString Secrets::make(QLatin1StringView prefix)
{
    QByteArray random(32, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    return prefix
        + QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString Secrets::hashOf(const QString &secret)
{
    const QByteArray text = secret.toUtf8();
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       static_cast<unsigned long long>(text.size()), nullptr, 0);
    return QString::fromLatin1(hash.toHex());
}

QString Secrets::makeCode() { return QString::number(randombytes_uniform(1'000'000)).rightJustified(6, u'0'); }
