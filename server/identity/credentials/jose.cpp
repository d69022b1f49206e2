// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/jose.h"

#include "models/core/id.h"

#include <QJsonDocument>

#include <cjose/cjose.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
using Jwk = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;
using Jws = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using Header = std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)>;

QByteArray textOf(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

Jwk imported(const QJsonObject &key)
{
    const QByteArray text = textOf(key);
    return {cjose_jwk_import(text.constData(), size_t(text.size()), nullptr), &cjose_jwk_release};
}

/// Throws with the reason that cjose gives.
[[noreturn]] void fail(const char *what, const cjose_err &error)
{
    throw std::runtime_error(std::string(what) + ": " + (error.message ? error.message : "no reason given"));
}

QJsonObject exported(const cjose_jwk_t *key, bool withPrivate, const QString &id)
{
    cjose_err error{};
    const std::unique_ptr<char, decltype(&std::free)> text(cjose_jwk_to_json(key, withPrivate, &error), &std::free);
    if (!text)
        fail("cannot export a key", error);
    QJsonObject json = QJsonDocument::fromJson(text.get()).object();
    json.insert(u"kid"_s, id);
    json.insert(u"use"_s, u"sig"_s);
    json.insert(u"alg"_s, u"ES256"_s);
    return json;
}
}

std::optional<QByteArray> Jose::verify(const QByteArray &token, const QJsonObject &key)
{
    const Jwk jwk = imported(key);
    const Jws jws(cjose_jws_import(token.constData(), size_t(token.size()), nullptr), &cjose_jws_release);
    uint8_t *plain = nullptr;
    size_t length = 0;
    if (!jwk || !jws || !cjose_jws_verify(jws.get(), jwk.get(), nullptr)
        || !cjose_jws_get_plaintext(jws.get(), &plain, &length, nullptr))
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(plain), qsizetype(length));
}

Jose::KeyPair Jose::newSigningKey()
{
    cjose_err error{};
    const Jwk key(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error), &cjose_jwk_release);
    if (!key)
        fail("cannot generate a key", error);
    const QString id = IdBits::generate().toString();
    return {exported(key.get(), false, id), exported(key.get(), true, id)};
}

QByteArray Jose::sign(const QJsonObject &claims, const QJsonObject &privateKey)
{
    cjose_err error{};
    const Jwk key = imported(privateKey);
    const Header header(cjose_header_new(&error), &cjose_header_release);
    const QByteArray id = privateKey["kid"_L1].toString().toUtf8();
    if (!key || !header || !cjose_header_set(header.get(), CJOSE_HDR_ALG, CJOSE_HDR_ALG_ES256, &error)
        || !cjose_header_set(header.get(), CJOSE_HDR_KID, id.constData(), &error)
        || !cjose_header_set(header.get(), "typ", "JWT", &error))
        fail("cannot prepare a token", error);
    const QByteArray plain = textOf(claims);
    const Jws jws(cjose_jws_sign(key.get(), header.get(), reinterpret_cast<const uint8_t *>(plain.constData()),
                                 size_t(plain.size()), &error),
                  &cjose_jws_release);
    const char *text = nullptr;
    if (!jws || !cjose_jws_export(jws.get(), &text, &error))
        fail("cannot sign a token", error);
    return text; // copied: the JWS owns the text
}
