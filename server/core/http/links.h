// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/message.h"

#include <QDateTime>

class ServerKey;

/// Signed addresses: a path that works without a token until it expires, `?expires=<seconds>&signature=…`.
class Links
{
public:
    explicit Links(const ServerKey &key)
        : m_key(key)
    {
    }

    /// The query that makes `scope` open: the signature holds for `scope` itself and for every path below it.
    /// `epoch` is a number of the object; once it has moved on, the links of before are void. `viewer` is a user
    /// of another account for whom alone it is made: viewerOf() tells it again, for whoever serves it to ask what she
    /// may see now.
    QByteArray sign(const QByteArray &scope, const QDateTime &expires, qint64 epoch = 0, UserId viewer = {}) const;
    /// Whether the request carries a valid, unexpired signature for `scope`.
    bool allows(const Request &request, const QByteArray &scope, qint64 epoch = 0) const;
    /// Whether the request carries a signature at all.
    static bool isSigned(const Request &request);
    /// Of a request whose signature holds.
    static UserId viewerOf(const Request &request);
    static QStringList parameters()
    {
        return {QStringLiteral("expires"), QStringLiteral("viewer"), QStringLiteral("signature")};
    }

private:
    const ServerKey &m_key;
};
