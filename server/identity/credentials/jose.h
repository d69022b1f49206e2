// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/// Signed tokens (JOSE: RFC 7515, 7517), by cjose.
namespace Jose {

/// What a compact JWS says, if it was signed with this key (a JWK); nothing otherwise. The caller has seen to it that
/// the algorithm of its header is one for such a key.
std::optional<QByteArray> verify(const QByteArray &token, const QJsonObject &key);

/// Both as JWK, with `kid`, `use` and `alg`.
struct KeyPair
{
    QJsonObject publicKey;
    QJsonObject privateKey;
};
/// For ES256 (RFC 7518, 3.4). Throws std::runtime_error when this machine cannot make one.
KeyPair newSigningKey();
/// A compact JWS of the claims, by a private key of newSigningKey(). Throws std::runtime_error.
QByteArray sign(const QJsonObject &claims, const QJsonObject &privateKey);
}
