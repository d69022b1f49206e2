// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

class ServerKey;
struct Request;

/// A sign-in at an external provider that a browser has begun. The provider's response is checked against it. The
/// browser keeps each ticket, sealed, in a cookie of its own, so that two tabs do not disturb each other.
struct SignInTicket
{
    QString provider;
    AuthorizationStart start; ///< without the redirect URI
    QString query; ///< query of the authorization request that waits for the sign-in

    static constexpr std::chrono::seconds life = std::chrono::minutes(15);

    /// Returns a new ticket with random secrets.
    static SignInTicket make(const QString &provider, const QString &query);
    /// Returns the ticket that the browser keeps for this state, or std::nullopt if there is none, if it has expired,
    /// or if this server has not sealed it.
    static std::optional<SignInTicket> of(const Request &request, const QString &state, const ServerKey &key,
                                          bool secure);
    /// Returns the value of `Set-Cookie` that stores the ticket. `secure` tells that the server is reached over HTTPS.
    QByteArray cookie(const ServerKey &key, bool secure) const;
    /// Returns the value of `Set-Cookie` that deletes the ticket.
    QByteArray endedCookie(bool secure) const;
};
