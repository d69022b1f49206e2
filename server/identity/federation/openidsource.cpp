// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/openidsource.h"

#include "models/core/times.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/federation/idtoken.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Returns HTTP Basic credentials with form-encoded ID and secret (RFC 6749, 2.3.1).
QByteArray basic(const QString &id, const QString &secret)
{
    return "Basic " + (QUrl::toPercentEncoding(id) + ':' + QUrl::toPercentEncoding(secret)).toBase64();
}

constexpr double endOfTime = 253402300799; // the year 9999, because a token may claim never to expire

/// Some providers send booleans as strings.
bool isTrue(const QJsonValue &value) { return value.toBool() || value.toString() == u"true"_s; }
}

QUrl OpenidSource::authorizationUrl(const AuthorizationStart &start)
{
    ProviderCalls::Parameters query{{u"client_id"_s, m_provider.clientId},
                                    {u"redirect_uri"_s, start.redirectUri},
                                    {u"response_type"_s, u"code"_s},
                                    {u"scope"_s, m_provider.scopes.join(u' ')},
                                    {u"state"_s, start.state},
                                    {u"nonce"_s, start.nonce},
                                    {u"code_challenge"_s, Pkce::challenge(start.codeVerifier)},
                                    {u"code_challenge_method"_s, u"S256"_s}};
    if (!start.loginHint.isEmpty())
        query.emplaceBack(u"login_hint"_s, start.loginHint);
    if (start.askAgain)
        query.emplaceBack(u"prompt"_s, u"login"_s);
    return WebClient::withQuery(authorizationEndpoint(), query);
}

FederatedPerson OpenidSource::person(const ProviderProof &proof)
{
    requireOneOf(proof, {u"/id_token"_s, u"/code"_s});
    QJsonObject claims;
    if (proof.code.isEmpty()) {
        claims = claimsOf(proof.idToken, proof.nonce);
    } else {
        const ProviderAnswer tokens = tokensFor(proof);
        claims = claimsOf(tokens.text(u"id_token"_s), proof.nonce);
        completeByUserInfo(claims, tokens.text(u"access_token"_s));
    }
    FederatedPerson person;
    if (proof.code.isEmpty()) {
        // Without its signature, which somebody else could write differently.
        person.proof = proof.nonce.isEmpty() ? proof.idToken.section(u'.', 0, 1) : proof.nonce;
        const double expires = std::min(claims[u"exp"_s].toDouble(), endOfTime);
        person.proofExpiresAt = Times::fromMilliseconds(1000 * qint64(expires)).addSecs(IdToken::leeway);
    }
    person.subject = claims[u"sub"_s].toString();
    person.email = claims[u"email"_s].toString();
    const QJsonValue verified = claims[u"email_verified"_s];
    const bool saysNothing = verified.isUndefined() || verified.isNull();
    person.emailVerified = saysNothing ? m_provider.trustEmail : isTrue(verified);
    person.name = claims[u"name"_s].toString(claims[u"preferred_username"_s].toString());
    person.locale = claims[u"locale"_s].toString();
    return person;
}

ProviderAnswer OpenidSource::tokensFor(const ProviderProof &proof)
{
    require(proof.redirectUri, u"/redirect_uri"_s);
    require(proof.codeVerifier, u"/code_verifier"_s);
    const OpenidDocument document = m_metadata.document(m_provider);
    ProviderCalls::Parameters form{{u"grant_type"_s, u"authorization_code"_s},
                                   {u"code"_s, proof.code},
                                   {u"redirect_uri"_s, proof.redirectUri},
                                   {u"code_verifier"_s, proof.codeVerifier}};
    Headers headers;
    if (!m_provider.clientSecret.isEmpty() && document.takesBasic) {
        headers.append("Authorization", basic(m_provider.clientId, m_provider.clientSecret));
    } else {
        form.emplaceBack(u"client_id"_s, m_provider.clientId);
        if (!m_provider.clientSecret.isEmpty())
            form.emplaceBack(u"client_secret"_s, m_provider.clientSecret);
    }
    ProviderAnswer answer = m_calls.post(document.tokenEndpoint, form, headers);
    if (answer.text(u"error"_s) == u"invalid_grant"_s)
        throw ProviderCalls::refused(u"%1 does not accept the code."_s.arg(m_provider.title));
    if (!answer.succeeded() || answer.text(u"id_token"_s).isEmpty())
        throw m_calls.failed("it returns no ID token for a code: check the client ID and the client secret");
    return answer;
}

QJsonObject OpenidSource::claimsOf(const QString &idToken, const QString &nonce)
{
    return IdToken::claims(idToken, {m_provider.issuer, m_provider.clientId, m_provider.authorizedParties, nonce},
                           [this](const QString &kid) { return m_metadata.keys(m_provider, kid); });
}

/// If an access token is issued too, many providers put only `sub` into the ID token and the other claims into the user
/// info (OpenID Connect Core 1.0, 5.4).
void OpenidSource::completeByUserInfo(QJsonObject &claims, const QString &accessToken)
{
    const QUrl endpoint = m_metadata.document(m_provider).userInfoEndpoint;
    if (claims.contains(u"email"_s) || endpoint.isEmpty() || accessToken.isEmpty())
        return;
    Headers headers;
    headers.append("Authorization", "Bearer " + accessToken.toLatin1());
    const ProviderAnswer info = m_calls.get(endpoint, {}, headers);
    // User info about another person must not be used (5.3.2).
    if (!info.succeeded() || info.json[u"sub"_s] != claims[u"sub"_s])
        throw m_calls.failed("its user info cannot be read or is about another person");
    claims.remove(u"email_verified"_s); // it is about an address in the same place
    for (const QString &name : {u"email"_s, u"email_verified"_s, u"name"_s, u"preferred_username"_s, u"locale"_s}) {
        if (!claims.contains(name) && info.json.contains(name))
            claims.insert(name, info.json[name]);
    }
}
