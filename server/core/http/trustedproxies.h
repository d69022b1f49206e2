// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QHostAddress>
#include <QString>

/// The proxies in front of the server, which may say for whom they ask. From anybody else `X-Forwarded-For` is a lie.
class TrustedProxies
{
public:
    TrustedProxies() = default;
    /// Addresses and networks, separated by commas: `127.0.0.1, 10.0.0.0/8`. Throws std::runtime_error.
    static TrustedProxies parse(const QString &text);

    bool trusts(const QHostAddress &address) const;
    /// Whose request it is: the last address of `X-Forwarded-For` that no trusted proxy has, as each proxy adds at the
    /// end whom it has heard, and what comes before that may be made up.
    QHostAddress client(const QHostAddress &peer, const Headers &headers) const;

private:
    QList<std::pair<QHostAddress, int>> m_networks;
};
