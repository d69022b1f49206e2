// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/facebooksource.h"

#include "server/identity/credentials/secrets.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

QUrl FacebookSource::authorizationUrl(const AuthorizationStart &start)
{
    return WebClient::withQuery(m_provider.authorizationUrl,
                                {{u"client_id"_s, m_provider.clientId},
                                 {u"redirect_uri"_s, start.redirectUri},
                                 {u"response_type"_s, u"code"_s},
                                 {u"scope"_s, m_provider.scopes.join(u',')},
                                 {u"state"_s, start.state},
                                 {u"code_challenge"_s, Pkce::challenge(start.codeVerifier)},
                                 {u"code_challenge_method"_s, u"S256"_s}});
}

FederatedPerson FacebookSource::person(const ProviderProof &proof)
{
    requireOneOf(proof, {u"/code"_s, u"/access_token"_s});
    const QString token = proof.code.isEmpty() ? proof.accessToken : tokenFor(proof);
    const QString owner = ownerOf(token);
    const QByteArray evidence =
        QMessageAuthenticationCode::hash(token.toUtf8(), m_provider.clientSecret.toUtf8(), QCryptographicHash::Sha256)
            .toHex();
    const ProviderAnswer me = m_calls.get(m_provider.userInfoUrl,
                                          {{u"fields"_s, u"id,name,email"_s},
                                           {u"access_token"_s, token},
                                           {u"appsecret_proof"_s, QString::fromLatin1(evidence)}});
    if (!me.succeeded() || me.text(u"id"_s) != owner)
        throw m_calls.failed("its user info cannot be read or is about another person");
    FederatedPerson person;
    person.subject = owner;
    person.email = me.text(u"email"_s);
    person.name = me.text(u"name"_s);
    return person;
}

QString FacebookSource::tokenFor(const ProviderProof &proof) const
{
    require(proof.redirectUri, u"/redirect_uri"_s);
    ProviderCalls::Parameters query{{u"client_id"_s, m_provider.clientId},
                                    {u"client_secret"_s, m_provider.clientSecret},
                                    {u"redirect_uri"_s, proof.redirectUri},
                                    {u"code"_s, proof.code}};
    if (!proof.codeVerifier.isEmpty())
        query.emplaceBack(u"code_verifier"_s, proof.codeVerifier);
    const ProviderAnswer answer = m_calls.get(m_provider.tokenUrl, query);
    constexpr int invalidParameter =
        100; // the error of a code that was used, has expired, or belongs to another client
    if (answer.json[u"error"_s][u"code"_s].toInt() == invalidParameter)
        throw ProviderCalls::refused(u"%1 does not accept the code."_s.arg(m_provider.title));
    const QString token = answer.text(u"access_token"_s);
    if (!answer.succeeded() || token.isEmpty())
        throw m_calls.failed("its token answer has no access_token");
    return token;
}

/// Returns the owner of a valid token that was issued for this client.
QString FacebookSource::ownerOf(const QString &token) const
{
    const ProviderAnswer answer = m_calls.get(
        m_provider.debugTokenUrl,
        {{u"input_token"_s, token}, {u"access_token"_s, m_provider.clientId + u'|' + m_provider.clientSecret}});
    const QJsonObject data = answer.json[u"data"_s].toObject();
    constexpr int malformedToken = 190;
    if (answer.json[u"error"_s][u"code"_s].toInt() == malformedToken)
        throw ProviderCalls::refused(u"The access token is malformed."_s);
    if (!answer.succeeded() || data.isEmpty())
        throw m_calls.failed("it does not tell the owner of a token");
    if (!data[u"is_valid"_s].toBool())
        throw ProviderCalls::refused(u"The access token is invalid or has expired."_s);
    if (data[u"app_id"_s].toVariant().toString() != m_provider.clientId)
        throw ProviderCalls::refused(u"The access token was issued for another app."_s);
    const QString owner = data[u"user_id"_s].toVariant().toString();
    if (owner.isEmpty())
        throw ProviderCalls::refused(u"The access token does not belong to a user."_s);
    return owner;
}
