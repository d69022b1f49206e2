// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/contentcoding.h"

#include "server/core/http/problem.h"

#include <QCryptographicHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
/// A field with digests of the body: a list of `algorithm=value`.
struct DigestField
{
    const char *name;
    bool isStructured; ///< values are byte sequences (RFC 8941, 3.3.5), and not Base64 alone
};

constexpr DigestField fields[]{{"Content-Digest", true}, {"Repr-Digest", true}, {"Digest", false}};

/// Returns the field of that name, or null if the name is of another field.
const DigestField *fieldOf(const QByteArray &name)
{
    const auto *found = std::ranges::find_if(
        fields, [&name](const DigestField &field) { return name.compare(field.name, Qt::CaseInsensitive) == 0; });
    return found == std::end(fields) ? nullptr : found;
}

std::optional<QCryptographicHash::Algorithm> algorithmOf(const QByteArray &name)
{
    if (name == "sha-256")
        return QCryptographicHash::Sha256;
    if (name == "sha-512")
        return QCryptographicHash::Sha512;
    return std::nullopt;
}

/// Returns the Base64 of a value, or nothing if the value does not have the form that the field requires.
std::optional<QByteArray> base64Of(const DigestField &field, const QByteArray &value)
{
    if (!field.isStructured)
        return value.isEmpty() ? std::nullopt : std::optional(value);
    if (value.size() < 2 || !value.startsWith(':') || !value.endsWith(':'))
        return std::nullopt;
    return value.sliced(1, value.size() - 2);
}

Problem malformed(const DigestField &field)
{
    const QString form = field.isStructured ? u"sha-256=:Base64:"_s : u"sha-256=Base64"_s;
    return Problem::badRequest(u"digest_malformed"_s,
                               u"%1 must have the form %2."_s.arg(QString::fromLatin1(field.name), form));
}

void requireDigest(const DigestField &field, const QByteArray &digests, const QByteArray &body)
{
    for (const QByteArray &member : digests.split(',')) {
        const qsizetype equals = member.indexOf('=');
        const auto value = equals < 0 ? std::nullopt : base64Of(field, member.mid(equals + 1).trimmed());
        if (!value)
            throw malformed(field);
        QByteArray name = member.left(equals).trimmed();
        if (!field.isStructured)
            name = name.toLower(); // RFC 3230, 4.1.1
        const auto algorithm = algorithmOf(name);
        if (!algorithm)
            continue;
        const auto digest = QByteArray::fromBase64Encoding(*value, QByteArray::AbortOnBase64DecodingErrors);
        if (!digest)
            throw malformed(field);
        if (*digest != QCryptographicHash::hash(body, *algorithm))
            throw Problem(422, u"digest_mismatch"_s,
                          u"The request body does not match %1."_s.arg(QString::fromLatin1(field.name)));
    }
}
}

void requireDigests(const Headers &headers, const QByteArray &body)
{
    for (const auto &[name, value] : headers) {
        const DigestField *field = fieldOf(name);
        if (field && !value.isEmpty())
            requireDigest(*field, value, body);
    }
}

bool hasDigest(const Headers &headers)
{
    return std::ranges::any_of(headers, [](const auto &header) { return fieldOf(header.first) != nullptr; });
}
