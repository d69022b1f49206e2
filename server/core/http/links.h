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
    /// when it changes, earlier links become invalid. `viewer` is a user of another account whom the link was made for.
    /// The route that serves the link gets the user from viewerOf() and checks what they may see at that moment.
    QByteArray sign(const QByteArray &scope, const QDateTime &expires, qint64 epoch = 0, UserId viewer = {}) const;
    /// Returns whether the request carries a valid, unexpired signature for `scope`.
    bool allows(const Request &request, const QByteArray &scope, qint64 epoch = 0) const;
    /// Returns whether the request carries any signature.
    static bool isSigned(const Request &request);
    /// Returns the viewer of a request with a valid signature, or a null ID if the link was made for no particular
    /// user.
    static UserId viewerOf(const Request &request);
    static QStringList parameters()
    {
        return {QStringLiteral("expires"), QStringLiteral("viewer"), QStringLiteral("signature")};
    }

private:
    const ServerKey &m_key;
};
