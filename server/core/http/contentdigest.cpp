// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/contentcoding.h"

#include "server/core/http/problem.h"

#include <QCryptographicHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

std::optional<QCryptographicHash::Algorithm> algorithmOf(const QByteArray &name)
{
    if (name == "sha-256")
        return QCryptographicHash::Sha256;
    if (name == "sha-512")
        return QCryptographicHash::Sha512;
    return std::nullopt;
}

Problem malformed()
{
    return Problem::badRequest(u"digest_malformed"_s, u"Content-Digest must have the form sha-256=:Base64:."_s);
}
}

/// Content-Digest is a dictionary of byte sequences (RFC 8941, 3.2): Base64 between colons.
void requireDigest(const QByteArray &contentDigest, const QByteArray &body)
{
    if (contentDigest.isEmpty())
        return;
    for (const QByteArray &member : contentDigest.split(',')) {
        const qsizetype equals = member.indexOf('=');
        const QByteArray value = member.mid(equals + 1).trimmed();
        if (equals < 0 || value.size() < 2 || !value.startsWith(':') || !value.endsWith(':'))
            throw malformed();
        const auto algorithm = algorithmOf(member.left(equals).trimmed());
        if (!algorithm)
            continue;
        const auto digest =
            QByteArray::fromBase64Encoding(value.sliced(1, value.size() - 2), QByteArray::AbortOnBase64DecodingErrors);
        if (!digest)
            throw malformed();
        if (*digest != QCryptographicHash::hash(body, *algorithm))
            throw Problem(422, u"digest_mismatch"_s, u"The request body does not match Content-Digest."_s);
    }
}
