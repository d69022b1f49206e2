// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/totp.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <oath.h>
#include <sodium.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr unsigned stepSize = 30; // seconds
constexpr size_t drift = 1; // steps
const QString issuer = u"Waymark"_s;

void requireLibrary()
{
    static const bool ready = oath_init() == OATH_OK;
    if (!ready)
        throw std::runtime_error("liboath cannot be initialized");
}
}

QByteArray Totp::makeSecret()
{
    QByteArray secret(20, Qt::Uninitialized);
    randombytes_buf(secret.data(), size_t(secret.size()));
    return secret;
}

QString Totp::base32(const QByteArray &bytes)
{
    char *text = nullptr;
    size_t length = 0;
    if (oath_base32_encode(bytes.constData(), size_t(bytes.size()), &text, &length) != OATH_OK)
        throw std::bad_alloc();
    const std::unique_ptr<char, decltype(&std::free)> owner(text, &std::free);
    return QString::fromLatin1(text, qsizetype(length)).remove(u'=');
}

QString Totp::uri(const QByteArray &secret, const QString &user)
{
    const QString label = issuer + u':' + user;
    return u"otpauth://totp/%1?secret=%2&issuer=%3"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(label)),
                                                          base32(secret), issuer);
}

std::optional<qint64> Totp::stepOf(const QString &code, const QByteArray &secret, const QDateTime &now)
{
    // The library takes the number of digits from the code.
    static const QRegularExpression sixDigits(u"\\A[0-9]{6}\\z"_s);
    if (!sixDigits.match(code).hasMatch())
        return std::nullopt;
    requireLibrary();
    int position = 0;
    uint64_t step = 0;
    const int found = oath_totp_validate3(secret.constData(), size_t(secret.size()), now.toSecsSinceEpoch(), stepSize,
                                          0, drift, &position, &step, code.toLatin1().constData());
    return found >= 0 ? std::optional(qint64(step)) : std::nullopt;
}
