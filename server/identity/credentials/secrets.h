// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QString>

/// Secrets that the server shows once and stores only as hashes. They contain 256 random bits, so a fast hash is
/// sufficient.
namespace Secrets {

/// Returns a new secret. `prefix`, such as `wmk_`, tells people and secret scanners what kind of secret it is.
QString make(QLatin1StringView prefix);
/// Returns the hash that is stored and looked up: BLAKE2b-256 in hexadecimal.
QString hashOf(const QString &secret);
/// Returns a random code of six decimal digits, uniformly distributed.
QString makeCode();
}

/// Proof Key for Code Exchange (RFC 7636), with the method S256.
namespace Pkce {

/// Returns the challenge of a verifier: the hash that the authorization request contains.
inline QString challenge(const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
}
