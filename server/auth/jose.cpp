// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/jose.h"

#include <QJsonDocument>

#include <cjose/cjose.h>

#include <memory>

std::optional<QByteArray> Jose::verify(const QByteArray &token, const QJsonObject &key)
{
    const QByteArray text = QJsonDocument(key).toJson(QJsonDocument::Compact);
    const std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> jwk(
        cjose_jwk_import(text.constData(), size_t(text.size()), nullptr), &cjose_jwk_release);
    const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> jws(
        cjose_jws_import(token.constData(), size_t(token.size()), nullptr), &cjose_jws_release);
    uint8_t *plain = nullptr;
    size_t length = 0;
    if (!jwk || !jws || !cjose_jws_verify(jws.get(), jwk.get(), nullptr)
        || !cjose_jws_get_plaintext(jws.get(), &plain, &length, nullptr))
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(plain), qsizetype(length));
}
