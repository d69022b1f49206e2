// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/caller.h"
#include "server/core/http/trustedproxies.h"

/// For whom a request is worked on: an account, or the network of the client if no account is known. Parties share
/// threads by turns (core/limits/turns.h). A party is no proof of anything.
namespace Party {

/// What a server tells another server on whose behalf it asks.
inline constexpr auto header = "Waymark-Party";

inline QByteArray of(AccountId account) { return account.toString().toLatin1(); }
inline QByteArray ofNetwork(const QHostAddress &client) { return QByteArray::number(networkNumber(client), 16); }
/// A signed address is a party of its own in each network: its signature has not been verified yet, and many people may
/// have the address.
inline QByteArray of(const Caller &caller, const QHostAddress &client)
{
    if (caller.accountId.isNull())
        return ofNetwork(client);
    const QByteArray account = of(caller.accountId);
    return caller.kind == Caller::Kind::Link ? account + ' ' + ofNetwork(client) : account;
}
}
