// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QUrlQuery;
class ServerKey;

/// Tokens against cross-site request forgery. A page carries a token, so that its form is accepted only from the
/// browser that it was shown in and only for the request that it showed. Tokens are signatures of the server and are
/// not stored.
class Csrf
{
public:
    explicit Csrf(const ServerKey &key)
        : m_key(key)
    {
    }

    /// Returns the token for the form `purpose`, the browser with this cookie, and the authorization request in
    /// `query`.
    QByteArray token(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query) const;
    /// Returns whether the token is valid, in constant time. Returns false without a browser secret.
    bool matches(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query,
                 const QByteArray &token) const;

private:
    const ServerKey &m_key;
};
