// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"
#include "models/identity/user.h"
#include "server/core/http/origin.h"

/// Who stands behind a request, once the route's Access has been met.
struct Caller
{
    enum class Kind {
        Nobody,
        App, ///< an app's credential: `appId`
        User, ///< an access token: all of it
        PaymentProvider, ///< a payment provider's signature, for the handler to check
        Link, ///< a signed address: good for the very object it names
    };

    Kind kind = Kind::Nobody;
    AppId appId = {};
    AccountId accountId = {};
    UserId userId = {};
    SessionId sessionId = {};
    User::Role role = User::Role::Member;
    bool mainUser = false; ///< the user that owns the account
    bool firstParty = false; ///< the app is the portal
    Scopes scopes = {};
    qint64 dailyQuota = 0; ///< the app's calls a day; 0: no limit
    Origin origin = {};

    /// On the server's own pages and portal only: an app that a member of staff signs in to gets no more of other
    /// accounts by that than any other app.
    bool isStaff() const { return firstParty && role >= User::Role::Support; }
    /// Only administrators can grant `manage`, and it ends with their role.
    bool isAdmin() const { return scopes.testFlag(Scope::Manage); }
};
