// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMap>

#include <optional>

/// Creates the `Authorization` fields of an RTSP client. Supports Basic (RFC 7617), and Digest (RFC 7616) with MD5 and
/// SHA-256, their `-sess` variants, and with and without `qop=auth`.
class RtspAuthorization
{
public:
    RtspAuthorization() = default;
    RtspAuthorization(const QString &username, const QString &password);

    /// Takes the `WWW-Authenticate` fields of a 401 response, and selects the strongest challenge. Returns false if a
    /// new attempt would fail too: there are no credentials, no challenge is supported, or the credentials were already
    /// sent and refused.
    bool challenge(const QByteArrayList &fields);
    /// Returns the `Authorization` field for a request, or an empty value before the first challenge.
    QByteArray field(const QByteArray &method, const QByteArray &uri);

private:
    struct Challenge
    {
        QByteArray scheme; ///< lower case
        QMap<QByteArray, QByteArray> values; ///< keyed by lower-case name
        int strength() const; ///< 0: not supported
    };
    static QList<Challenge> parse(const QByteArray &field);
    QByteArray digest(const QByteArray &method, const QByteArray &uri);

    QByteArray m_username;
    QByteArray m_password;
    std::optional<Challenge> m_challenge;
    quint32 m_count = 0; ///< requests with the current nonce
};
