// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/relyingparty.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int algorithms[] = {COSE_ES256, COSE_EDDSA, COSE_RS256};
constexpr quint8 userPresent = 0x01;
constexpr quint8 userVerified = 0x04;
constexpr qsizetype longestCredentialId = 1023; // Web Authentication Level 3, 5.1: longer ones are refused
constexpr qsizetype hashSize = 32;
constexpr qsizetype flagsAt = hashSize;

using Credential = std::unique_ptr<fido_cred_t, decltype([](fido_cred_t *held) { fido_cred_free(&held); })>;
using Assertion = std::unique_ptr<fido_assert_t, decltype([](fido_assert_t *held) { fido_assert_free(&held); })>;
using Es256 = std::unique_ptr<es256_pk_t, decltype([](es256_pk_t *held) { es256_pk_free(&held); })>;
using EdDsa = std::unique_ptr<eddsa_pk_t, decltype([](eddsa_pk_t *held) { eddsa_pk_free(&held); })>;
using Rs256 = std::unique_ptr<rs256_pk_t, decltype([](rs256_pk_t *held) { rs256_pk_free(&held); })>;

const unsigned char *bytes(const QByteArray &data) { return reinterpret_cast<const unsigned char *>(data.constData()); }
size_t length(const QByteArray &data) { return size_t(data.size()); }

QByteArray copied(const unsigned char *data, size_t size)
{
    return data ? QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)) : QByteArray();
}

/// Returns the credential in these authenticator data, or null if its key is of another algorithm.
Credential credentialIn(const QByteArray &authenticatorData, int algorithm)
{
    Credential credential(fido_cred_new());
    const bool read = credential && fido_cred_set_type(credential.get(), algorithm) == FIDO_OK
        && fido_cred_set_authdata_raw(credential.get(), bytes(authenticatorData), length(authenticatorData)) == FIDO_OK;
    return read ? std::move(credential) : Credential();
}

bool isSignedBy(const fido_assert_t *assertion, qint64 algorithm, const QByteArray &key)
{
    const auto verified = [&](const auto &read, const auto &from) {
        return read && from(read.get(), bytes(key), length(key)) == FIDO_OK
            && fido_assert_verify(assertion, 0, int(algorithm), read.get()) == FIDO_OK;
    };
    switch (algorithm) {
    case COSE_ES256:
        return verified(Es256(es256_pk_new()), es256_pk_from_ptr);
    case COSE_EDDSA:
        return verified(EdDsa(eddsa_pk_new()), eddsa_pk_from_ptr);
    case COSE_RS256:
        return verified(Rs256(rs256_pk_new()), rs256_pk_from_ptr);
    default:
        return false;
    }
}

/// Returns whether browsers take a page of this URL for one that nobody on the way could have changed.
bool isSecure(const QUrl &url)
{
    const QString host = url.host();
    return url.scheme() == u"https"_s || host == u"localhost"_s || host.endsWith(u".localhost"_s);
}
}

RelyingParty::RelyingParty(const QUrl &publicUrl)
{
    const QString host = publicUrl.host(QUrl::FullyEncoded).toLower();
    if (host.isEmpty() || !isSecure(publicUrl) || !QHostAddress(host).isNull() || host.contains(u':'))
        return;
    m_id = host;
    const int usual = publicUrl.scheme() == u"https"_s ? 443 : 80;
    const int port = publicUrl.port(usual);
    m_origin = publicUrl.scheme() + u"://"_s + host + (port == usual ? QString() : u":%1"_s.arg(port));
}

QByteArray RelyingParty::challengeOfNewKey(const KeyAnswer &answer) const
{
    return challengeOf(answer, u"webauthn.create"_s);
}

QByteArray RelyingParty::challengeOfUse(const KeyAnswer &answer) const
{
    return challengeOf(answer, u"webauthn.get"_s);
}

QByteArray RelyingParty::challengeOf(const KeyAnswer &answer, const QString &type) const
{
    const QJsonObject data = QJsonDocument::fromJson(answer.clientData).object();
    const bool valid = isAvailable() && data[u"type"_s] == type && data[u"origin"_s] == m_origin
        && !data[u"crossOrigin"_s].toBool() && !data.contains(u"topOrigin"_s);
    return valid ? data[u"challenge"_s].toString().toLatin1() : QByteArray();
}

std::optional<NewKey> RelyingParty::newKey(const KeyAnswer &answer) const
{
    // No signature vouches for these data, so libfido2 only takes them apart.
    const QByteArray &data = answer.authenticatorData;
    const QByteArray host = QCryptographicHash::hash(m_id.toLatin1(), QCryptographicHash::Sha256);
    if (!isAvailable() || data.size() <= flagsAt || data.first(hashSize) != host
        || !(quint8(data[flagsAt]) & userPresent))
        return std::nullopt;
    fido_init(0);
    for (const int algorithm : algorithms) {
        const Credential credential = credentialIn(data, algorithm);
        if (!credential)
            continue;
        NewKey key;
        key.credentialId = copied(fido_cred_id_ptr(credential.get()), fido_cred_id_len(credential.get()));
        key.algorithm = algorithm;
        key.publicKey = copied(fido_cred_pubkey_ptr(credential.get()), fido_cred_pubkey_len(credential.get()));
        key.signCount = fido_cred_sigcount(credential.get());
        key.userVerified = fido_cred_flags(credential.get()) & userVerified;
        const bool whole = !key.credentialId.isEmpty() && key.credentialId.size() <= longestCredentialId
            && !key.publicKey.isEmpty() && key.credentialId == answer.credentialId;
        return whole ? std::optional(key) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<KeyUse> RelyingParty::use(const KeyAnswer &answer, qint64 algorithm, const QByteArray &publicKey,
                                        bool mustVerify) const
{
    fido_init(0);
    const Assertion assertion(fido_assert_new());
    fido_assert_t *held = assertion.get();
    if (!isAvailable() || !held || fido_assert_set_rp(held, m_id.toLatin1().constData()) != FIDO_OK
        || fido_assert_set_clientdata(held, bytes(answer.clientData), length(answer.clientData)) != FIDO_OK
        || fido_assert_set_count(held, 1) != FIDO_OK
        || fido_assert_set_authdata_raw(held, 0, bytes(answer.authenticatorData), length(answer.authenticatorData))
            != FIDO_OK
        || fido_assert_set_sig(held, 0, bytes(answer.signature), length(answer.signature)) != FIDO_OK
        || fido_assert_set_up(held, FIDO_OPT_TRUE) != FIDO_OK
        || fido_assert_set_uv(held, mustVerify ? FIDO_OPT_TRUE : FIDO_OPT_OMIT) != FIDO_OK
        || !isSignedBy(held, algorithm, publicKey))
        return std::nullopt;
    return KeyUse{fido_assert_sigcount(held, 0), bool(fido_assert_flags(held, 0) & userVerified)};
}
