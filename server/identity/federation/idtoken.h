// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

/// Validates ID tokens of OpenID Connect providers (OpenID Connect Core 1.0, 2 and 3.1.3.7).
namespace IdToken {

/// The seconds by which clocks may differ.
constexpr qint64 leeway = 60;

struct Expectation
{
    QString issuer;
    QString clientId;
    QStringList authorizedParties; ///< clients besides `clientId` that `azp` may name
    QString nonce; ///< must be the token's; empty: the token must have none
};

/// Returns the issuer's keys (JWK) with this ID, or all of its keys if `kid` is empty.
using KeysOf = std::function<QList<QJsonObject>(const QString &kid)>;

/// Returns the claims of a valid token.
/// Throws: Problem 401 `identity_refused`, whose detail names the first defect; and whatever `keysOf` throws.
QJsonObject claims(const QString &token, const Expectation &expected, const KeysOf &keysOf);
}
