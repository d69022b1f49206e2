// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>

/// The names at which a server answers. A server that trusts its own machine must not answer at others: a web page can
/// let its own name point to 127.0.0.1 and would then read the answers (DNS rebinding). An IP address needs no name,
/// and is always accepted.
class HostNames
{
public:
    /// Accepts every name.
    HostNames() = default;
    /// Accepts `localhost` and these names.
    explicit HostNames(const QStringList &names);

    /// Returns whether a `Host` field (RFC 9110, section 7.2) names this server. `host` may end with a port.
    bool accept(const QByteArray &host) const;

private:
    bool m_any = true;
    QSet<QByteArray> m_names; ///< in lower case
};
