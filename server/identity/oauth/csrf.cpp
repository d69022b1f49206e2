// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/csrf.h"

#include "server/core/base/serverkey.h"

#include <QUrl>
#include <QUrlQuery>

namespace {
/// Returns the same text for all spellings of a query, because browsers escape some characters that the app did not.
QByteArray canonical(const QUrlQuery &query)
{
    QByteArray text;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value) + '&';
    return text;
}

QByteArray message(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query)
{
    return purpose.toByteArray() + '\n' + browserSecret.toLatin1() + '\n' + canonical(query);
}
}

QByteArray Csrf::token(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query) const
{
    return m_key.sign("csrf", message(purpose, browserSecret, query));
}

bool Csrf::matches(QByteArrayView purpose, const QString &browserSecret, const QUrlQuery &query,
                   const QByteArray &token) const
{
    return !browserSecret.isEmpty() && m_key.verify("csrf", message(purpose, browserSecret, query), token);
}
