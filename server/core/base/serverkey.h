// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// The server's secret: 32 random bytes in a file that only the server's system user can read. Each use (sealing,
/// signing) has its own key, derived from the secret with libsodium's crypto_kdf, so that one leaked key does not
/// expose another.
///
/// Servers that share a database share this file. Without the file, sealed camera passwords are lost: back it up.
class ServerKey
{
public:
    /// Reads the key file, or creates it with mode 0600 if it does not exist.
    /// Throws: std::runtime_error if the file cannot be read or created, or if other users can read it.
    static ServerKey load(const QString &file);

    /// Encrypts and authenticates `plain` (XChaCha20-Poly1305). Returns Base64.
    QString seal(const QByteArray &plain) const;
    /// Returns std::nullopt if the text was not sealed with this key or has been changed.
    std::optional<QByteArray> open(const QString &sealed) const;
    /// Seals like seal(plain), but only a caller that knows `secret` can open the result.
    QString seal(const QByteArray &plain, const QByteArray &secret) const;
    std::optional<QByteArray> open(const QString &sealed, const QByteArray &secret) const;
    /// Returns a keyed hash of the message (BLAKE2b-256, unpadded base64url). A signature for one `purpose` is not
    /// valid for another.
    QByteArray sign(QByteArrayView purpose, const QByteArray &message) const;
    bool verify(QByteArrayView purpose, const QByteArray &message, const QByteArray &signature) const;

private:
    explicit ServerKey(const QByteArray &master);
    QByteArray sealingKeyWith(const QByteArray &secret) const;
    QByteArray m_sealing;
    QByteArray m_signing;
};
