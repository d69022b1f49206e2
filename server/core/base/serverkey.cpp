// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/serverkey.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sodium.h>

#include <stdexcept>

namespace {
constexpr qsizetype masterSize = crypto_kdf_KEYBYTES;

unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

QByteArray derived(const QByteArray &master, quint64 number, qsizetype size)
{
    QByteArray key(size, Qt::Uninitialized);
    crypto_kdf_derive_from_key(bytes(key), size_t(size), number, "waymark ", bytes(master));
    return key;
}

[[noreturn]] void fail(const QString &file, const QString &what)
{
    throw std::runtime_error(qUtf8Printable(QStringLiteral("key file %1: %2").arg(file, what)));
}

void write(const QString &path, const QByteArray &master)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(master) != master.size() || !file.commit())
        fail(path, file.errorString());
}

QString sealed(const QByteArray &plain, const QByteArray &key)
{
    constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    QByteArray box(nonceSize + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, Qt::Uninitialized);
    randombytes_buf(box.data(), nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(box) + nonceSize, nullptr, bytes(plain),
                                               static_cast<unsigned long long>(plain.size()), nullptr, 0, nullptr,
                                               bytes(box), bytes(key));
    return QString::fromLatin1(box.toBase64());
}

std::optional<QByteArray> opened(const QString &text, const QByteArray &key)
{
    constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr qsizetype overhead = nonceSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    const QByteArray sealed = QByteArray::fromBase64(text.toLatin1());
    if (sealed.size() < overhead)
        return std::nullopt;
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), nullptr, nullptr, bytes(sealed) + nonceSize,
                                                   static_cast<unsigned long long>(sealed.size() - nonceSize), nullptr,
                                                   0, bytes(sealed), bytes(key))
        != 0)
        return std::nullopt;
    return plain;
}
}

ServerKey ServerKey::load(const QString &path)
{
    if (!QFile::exists(path)) {
        QByteArray master(masterSize, Qt::Uninitialized);
        randombytes_buf(master.data(), size_t(master.size()));
        write(path, master);
        return ServerKey(master);
    }
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        fail(path, file.errorString());
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        fail(path, QStringLiteral("other users can read it; set its mode to 0600"));
    const QByteArray master = file.readAll();
    if (master.size() != masterSize)
        fail(path, QStringLiteral("damaged: it has %1 bytes instead of %2").arg(master.size()).arg(masterSize));
    return ServerKey(master);
}

ServerKey::ServerKey(const QByteArray &master)
    : m_sealing(derived(master, 1, crypto_aead_xchacha20poly1305_ietf_KEYBYTES))
    , m_signing(derived(master, 2, crypto_generichash_KEYBYTES))
{
}

QString ServerKey::seal(const QByteArray &plain) const { return sealed(plain, m_sealing); }

std::optional<QByteArray> ServerKey::open(const QString &text) const { return opened(text, m_sealing); }

QByteArray ServerKey::sealingKeyWith(const QByteArray &secret) const
{
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, Qt::Uninitialized);
    crypto_generichash(bytes(key), size_t(key.size()), bytes(secret), static_cast<unsigned long long>(secret.size()),
                       bytes(m_sealing), size_t(m_sealing.size()));
    return key;
}

QString ServerKey::seal(const QByteArray &plain, const QByteArray &secret) const
{
    return sealed(plain, sealingKeyWith(secret));
}

std::optional<QByteArray> ServerKey::open(const QString &text, const QByteArray &secret) const
{
    return opened(text, sealingKeyWith(secret));
}

QByteArray ServerKey::sign(QByteArrayView purpose, const QByteArray &message) const
{
    // The length of the purpose comes first, so that no other pair of purpose and message yields the same text.
    const QByteArray text = QByteArray::number(purpose.size()) + ':' + purpose.toByteArray() + message;
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(bytes(hash), crypto_generichash_BYTES, bytes(text), static_cast<unsigned long long>(text.size()),
                       bytes(m_signing), size_t(m_signing.size()));
    return hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool ServerKey::verify(QByteArrayView purpose, const QByteArray &message, const QByteArray &signature) const
{
    const QByteArray expected = sign(purpose, message);
    return expected.size() == signature.size()
        && sodium_memcmp(expected.constData(), signature.constData(), size_t(expected.size())) == 0;
}
