// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/idtoken.h"

#include "models/core/times.h"
#include "server/identity/credentials/jose.h"
#include "server/identity/federation/providercalls.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr auto leeway = double(IdToken::leeway);

Problem refused(const QString &detail) { return ProviderCalls::refused(detail); }

/// Returns the type of key for an algorithm. Only signatures that the issuer alone can make are accepted: `none` is not
/// a signature, and an HMAC could be made by anyone who knows the key that verifies it, which is public here.
QString keyTypeFor(const QString &algorithm)
{
    static const QHash<QString, QString> types{{u"RS256"_s, u"RSA"_s}, {u"RS384"_s, u"RSA"_s}, {u"RS512"_s, u"RSA"_s},
                                               {u"PS256"_s, u"RSA"_s}, {u"PS384"_s, u"RSA"_s}, {u"PS512"_s, u"RSA"_s},
                                               {u"ES256"_s, u"EC"_s},  {u"ES384"_s, u"EC"_s},  {u"ES512"_s, u"EC"_s}};
    const QString type = types.value(algorithm);
    return type.isEmpty() ? throw refused(u"The signature algorithm of the ID token is not accepted."_s) : type;
}

QJsonObject headerOf(const QString &token)
{
    const QStringList parts = token.split(u'.');
    const auto decoded = QByteArray::fromBase64Encoding(
        parts.first().toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto document = QJsonDocument::fromJson(decoded ? *decoded : QByteArray());
    if (parts.size() != 3 || !document.isObject())
        throw refused(u"The ID token is malformed."_s);
    if (document[u"crit"_s] != QJsonValue::Undefined)
        throw refused(u"The ID token requires an unsupported extension (crit)."_s);
    return document.object();
}

bool fits(const QJsonObject &key, const QString &type, const QString &algorithm)
{
    return key[u"kty"_s].toString() == type && key[u"alg"_s].toString(algorithm) == algorithm;
}

QJsonObject signedClaims(const QString &token, const IdToken::KeysOf &keysOf)
{
    const QJsonObject header = headerOf(token);
    const QString algorithm = header[u"alg"_s].toString();
    const QString type = keyTypeFor(algorithm);
    QList<QJsonObject> keys = keysOf(header[u"kid"_s].toString());
    keys.removeIf([&](const QJsonObject &key) { return !fits(key, type, algorithm); });
    if (keys.isEmpty())
        throw refused(u"The ID token is signed with a key that the provider does not publish."_s);
    for (const QJsonObject &key : std::as_const(keys)) {
        if (const auto payload = Jose::verify(token.toLatin1(), key))
            return QJsonDocument::fromJson(*payload).object();
    }
    throw refused(u"The signature of the ID token is invalid."_s);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    if (value.isString())
        texts += value.toString();
    const QJsonArray array = value.toArray();
    for (const auto &item : array)
        texts += item.toString();
    return texts;
}

void requireAudience(const QJsonObject &claims, const IdToken::Expectation &expected)
{
    const QStringList audience = textsOf(claims[u"aud"_s]);
    if (!audience.contains(expected.clientId))
        throw refused(u"The ID token was issued for another client."_s);
    // A token for several audiences, or one that another client has requested, names the client in `azp`. It must be
    // one of the operator's clients.
    const QJsonValue party = claims[u"azp"_s];
    const bool ours = party.toString() == expected.clientId || expected.authorizedParties.contains(party.toString());
    if (party.isUndefined() ? audience.size() > 1 : !ours)
        throw refused(u"The ID token was issued to another client (azp)."_s);
}

void requireTime(const QJsonObject &claims)
{
    const auto now = double(Times::now().toSecsSinceEpoch());
    const auto at = [&claims](const QString &name) { return claims[name].toDouble(); };
    if (!claims[u"exp"_s].isDouble() || !claims[u"iat"_s].isDouble())
        throw refused(u"The ID token lacks its time of issue or expiration."_s);
    if (at(u"exp"_s) + leeway <= now)
        throw refused(u"The ID token has expired."_s);
    if (at(u"iat"_s) - leeway > now || (claims[u"nbf"_s].isDouble() && at(u"nbf"_s) - leeway > now))
        throw refused(u"The ID token is not valid yet."_s);
}
}

QJsonObject IdToken::claims(const QString &token, const Expectation &expected, const KeysOf &keysOf)
{
    QJsonObject claims = signedClaims(token, keysOf);
    if (claims[u"iss"_s].toString() != expected.issuer)
        throw refused(u"The ID token was issued by another issuer."_s);
    requireAudience(claims, expected);
    requireTime(claims);
    if (claims[u"nonce"_s].toString() != expected.nonce)
        throw refused(u"The ID token was issued for another sign-in (nonce)."_s);
    if (claims[u"sub"_s].toString().isEmpty())
        throw refused(u"The ID token does not identify a person."_s);
    return claims;
}
