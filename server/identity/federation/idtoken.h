// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

/// ID tokens of OpenID Connect providers (OpenID Connect Core 1.0, 2 and 3.1.3.7), held against what they must be.
namespace IdToken {

struct Expectation
{
    QString issuer;
    QString clientId;
    QStringList authorizedParties; ///< clients beside `clientId` that `azp` may name
    QString nonce; ///< empty: any, or none
};

/// The issuer's keys (JWK) of this id, or all of them where it is empty.
using KeysOf = std::function<QList<QJsonObject>(const QString &kid)>;

/// The claims of a token that is right in every respect. Throws Problem 401 `identity_refused`, whose detail names the
/// first respect in which it is not; and whatever `keysOf` throws.
QJsonObject claims(const QString &token, const Expectation &expected, const KeysOf &keysOf);
}
