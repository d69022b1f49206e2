// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QUrlQuery;
class ServerKey;

/// Tokens against cross-site request forgery: what a page carries so that its form is taken only from the browser that
/// it was shown in, and only for what it showed. Nothing of them is stored: they are the server's signature.
class Csrf
{
public:
    explicit Csrf(const ServerKey &key)
        : m_key(key)
    {
    }

    /// For one form (`purpose`), in the browser with this cookie, for the authorization request in `query`.
    QByteArray token(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query) const;
    /// In constant time. Nothing matches without a browser's secret.
    bool matches(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query,
                 const QByteArray &token) const;

private:
    const ServerKey &m_key;
};
