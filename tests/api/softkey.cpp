// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/softkey.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtEndian>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <array>
#include <cstring>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
QByteArray sha256(const QByteArray &data) { return QCryptographicHash::hash(data, QCryptographicHash::Sha256); }

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}
}

SoftKey::SoftKey(const QString &of)
    : origin(of)
    , host(QUrl(of).host())
    , m_key(EVP_EC_gen("P-256"), EVP_PKEY_free)
    , m_id(32, Qt::Uninitialized)
{
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_id.data()), m_id.size() / 4);
}

QString SoftKey::value(const FormBrowser &browser, const QString &name)
{
    const QRegularExpression attribute(u"<form[^>]* data-%1=\"([^\"]*)\""_s.arg(name));
    const auto match = attribute.match(browser.html());
    if (!match.hasMatch())
        throw std::runtime_error("the page asks for no key: " + browser.page().text().toStdString());
    return match.captured(1);
}

FormBrowser::Fields SoftKey::made(const FormBrowser &browser, const QString &name)
{
    userHandle = value(browser, u"user"_s);
    return {{u"name"_s, name},
            {u"credential_id"_s, text(m_id)},
            {u"client_data"_s, text(clientData(browser, u"webauthn.create"_s))},
            {u"authenticator_data"_s, text(authenticatorData(true))}};
}

FormBrowser::Fields SoftKey::used(const FormBrowser &browser)
{
    if (counts)
        ++counter;
    const QByteArray client = clientData(browser, u"webauthn.get"_s);
    const QByteArray data = authenticatorData(false);
    QByteArray signature = this->signature(data + sha256(client));
    if (signsWrong)
        signature = this->signature("something else");
    return {{u"credential_id"_s, text(m_id)},
            {u"client_data"_s, text(client)},
            {u"authenticator_data"_s, text(data)},
            {u"signature"_s, text(signature)},
            {u"user_handle"_s, text(userHandle.toLatin1())}};
}

QByteArray SoftKey::clientData(const FormBrowser &browser, const QString &type) const
{
    const QJsonObject data{{u"type"_s, type},
                           {u"challenge"_s, value(browser, u"challenge"_s)},
                           {u"origin"_s, origin},
                           {u"crossOrigin"_s, false}};
    return QJsonDocument(data).toJson(QJsonDocument::Compact);
}

/// Returns authenticator data (Web Authentication Level 2, 6.1), with the attested credential of a new key.
QByteArray SoftKey::authenticatorData(bool withKey) const
{
    const int flags = (present ? 0x01 : 0) | (verifies ? 0x04 : 0) | (withKey ? 0x40 : 0);
    const QByteArray head = sha256(host.toLatin1()) + char(flags) + bigEndian(counter);
    const QByteArray model(16, '\0');
    return withKey ? head + model + bigEndian(quint16(m_id.size())) + m_id + coseKey() : head;
}

/// Returns the public key in CBOR (RFC 9053, 7.1): kty EC2, alg ES256, crv P-256, x, y.
QByteArray SoftKey::coseKey() const
{
    std::array<unsigned char, 65> point{};
    size_t size = 0;
    if (!EVP_PKEY_get_octet_string_param(m_key.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size)
        || size != point.size())
        throw std::runtime_error("the key has no uncompressed point");
    const auto *half = reinterpret_cast<const char *>(point.data()) + 1;
    return QByteArray::fromHex("a5010203262001215820") + QByteArray(half, 32) + QByteArray::fromHex("225820")
        + QByteArray(half + 32, 32);
}

QByteArray SoftKey::signature(const QByteArray &message) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, 80> signature{};
    size_t size = signature.size();
    const auto *bytes = reinterpret_cast<const unsigned char *>(message.constData());
    if (!EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get())
        || !EVP_DigestSign(context.get(), signature.data(), &size, bytes, size_t(message.size())))
        throw std::runtime_error("the key does not sign");
    return {reinterpret_cast<const char *>(signature.data()), qsizetype(size)};
}
