// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QDateTime;

/// Time-based one-time passwords (RFC 6238) of six digits, with a step of 30 seconds and HMAC-SHA-1. Every
/// authenticator app knows these parameters; several apps ignore any others.
namespace Totp {

/// Returns 160 random bits (RFC 4226, 4, R6).
QByteArray makeSecret();
/// Returns the bytes in Base32 (RFC 4648), without padding.
QString base32(const QByteArray &bytes);
/// Returns the `otpauth://` URI of a secret, which authenticator apps scan as a QR code. `user` names the account in
/// the app.
QString uri(const QByteArray &secret, const QString &user);
/// Returns the time step of a code: the present one or a neighbor, because clocks differ (RFC 6238, 5.2). Returns
/// std::nullopt for a wrong code.
std::optional<qint64> stepOf(const QString &code, const QByteArray &secret, const QDateTime &now);
}
