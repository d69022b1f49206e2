// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/message.h"

#include <QDateTime>

class ServerKey;

/// Signed addresses: a path that works without a token until it expires (`?expires=<seconds>&signature=…`).
class Links
{
public:
    explicit Links(const ServerKey &key)
        : m_key(key)
    {
    }

    /// Returns the query that gives access to `scope` and to every path below it. `epoch` is a number of the object:
    /// when it changes, earlier links become invalid. `session` is the session that the link stands on: the link ends
    /// with it, and gives no more than its user may see at that moment. A null ID makes a link that belongs to nobody.
    /// `bound` is what else of the request the signature holds for, such as a span of time in its query.
    QByteArray sign(const QByteArray &scope, const QDateTime &expires, qint64 epoch = 0, SessionId session = {},
                    const QByteArray &bound = {}) const;
    /// Returns whether the request carries a valid, unexpired signature for `scope` and `bound`.
    bool allows(const Request &request, const QByteArray &scope, qint64 epoch = 0, const QByteArray &bound = {}) const;
    /// Returns whether the request carries any signature.
    static bool isSigned(const Request &request);
    /// Returns the session that the request's link names, or a null ID if it names none. Only allows() tells whether
    /// the name is genuine.
    static SessionId sessionOf(const Request &request);
    static QStringList parameters()
    {
        return {QStringLiteral("expires"), QStringLiteral("session"), QStringLiteral("signature")};
    }

private:
    const ServerKey &m_key;
};
