// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identitysource.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

class ServerKey;
struct Request;

/// A sign-in at another provider that is under way in one browser: what the provider's answer is held against. The
/// browser keeps it, sealed, in a cookie of its own for each, so that two tabs do not end each other's.
struct SignInTicket
{
    QString provider;
    AuthorizationStart start; ///< but for the redirect URI
    QString query; ///< of the authorization request that waits for it

    static constexpr std::chrono::seconds life = std::chrono::minutes(15);

    /// A new one, with secrets that nobody can guess.
    static SignInTicket make(const QString &provider, const QString &query);
    /// The one that this browser keeps for this state, unless it is too old or was not sealed by this server.
    static std::optional<SignInTicket> of(const Request &request, const QString &state, const ServerKey &key,
                                          bool secure);
    /// The value of `Set-Cookie` that gives it to the browser. `secure`: the server is reached over https.
    QByteArray cookie(const ServerKey &key, bool secure) const;
    /// The one that takes it away.
    QByteArray endedCookie(bool secure) const;
};
