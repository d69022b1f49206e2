// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMap>

#include <optional>

/// Makes the `Authorization` fields of a client: Basic (RFC 7617), and Digest (RFC 7616) with MD5 and SHA-256, also as
/// `-sess`, with `qop=auth` or without.
class RtspAuthorization
{
public:
    RtspAuthorization() = default;
    RtspAuthorization(const QString &username, const QString &password);

    /// Takes the challenges of a 401, one `WWW-Authenticate` field each, and selects the strongest. Returns false if a
    /// new attempt is useless: there are no credentials, no challenge is supported, or the same challenge was answered
    /// already.
    bool challenge(const QByteArrayList &fields);
    /// Returns the field for a request, or an empty value before the first challenge.
    QByteArray field(const QByteArray &method, const QByteArray &uri);

private:
    struct Challenge
    {
        QByteArray scheme; ///< lower case
        QMap<QByteArray, QByteArray> values; ///< by lower-case name
        int strength() const; ///< 0: not supported
    };
    static QList<Challenge> parse(const QByteArray &field);
    QByteArray digest(const QByteArray &method, const QByteArray &uri);

    QByteArray m_username;
    QByteArray m_password;
    std::optional<Challenge> m_challenge;
    quint32 m_count = 0; ///< requests with the nonce
};
