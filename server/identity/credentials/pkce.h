// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QString>

/// Proof Key for Code Exchange (RFC 7636), with the method S256.
namespace Pkce {

/// Returns the challenge of a verifier: the hash that the authorization request contains.
inline QString challenge(const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
}
