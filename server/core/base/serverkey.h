// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// The server's secret: 32 random bytes in a file that only its user may read. Everything that must be sealed or signed
/// uses a key of its own derived from it (libsodium, crypto_kdf), so that one leak does not spread.
///
/// Servers that share a database share this file. Without it sealed camera passwords are lost: back it up.
class ServerKey
{
public:
    /// Reads the file, or makes it (mode 0600). Throws std::runtime_error when it cannot, or when others may read it.
    static ServerKey load(const QString &file);

    /// Authenticated encryption (XChaCha20-Poly1305); text, in Base64.
    QString seal(const QByteArray &plain) const;
    /// Nothing when the text was not sealed by this key or was changed.
    std::optional<QByteArray> open(const QString &sealed) const;
    /// The same, for which the key alone is not enough: who opens it must know `secret` as well.
    QString seal(const QByteArray &plain, const QByteArray &secret) const;
    std::optional<QByteArray> open(const QString &sealed, const QByteArray &secret) const;
    /// A keyed hash (BLAKE2b-256, unpadded base64url). `purpose` keeps signatures of two kinds apart.
    QByteArray sign(QByteArrayView purpose, const QByteArray &message) const;
    bool verify(QByteArrayView purpose, const QByteArray &message, const QByteArray &signature) const;

private:
    explicit ServerKey(const QByteArray &master);
    QByteArray sealingKeyWith(const QByteArray &secret) const;
    QByteArray m_sealing;
    QByteArray m_signing;
};
