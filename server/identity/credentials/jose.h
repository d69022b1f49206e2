// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/// Signed tokens (JOSE: RFC 7515, 7517), implemented with cjose.
namespace Jose {

/// Returns the payload of a compact JWS that was signed with this key (a JWK), or std::nullopt. The caller must have
/// checked that the algorithm in the header fits the key.
std::optional<QByteArray> verify(const QByteArray &token, const QJsonObject &key);

/// A key pair as JWKs with `kid`, `use` and `alg`.
struct KeyPair
{
    QJsonObject publicKey;
    QJsonObject privateKey;
};
/// Returns a new key pair for ES256 (RFC 7518, 3.4).
/// Throws: std::runtime_error if the key cannot be generated.
KeyPair newSigningKey();
/// Returns a compact JWS of the claims, signed with a private key of newSigningKey().
/// Throws: std::runtime_error.
QByteArray sign(const QJsonObject &claims, const QJsonObject &privateKey);
}
