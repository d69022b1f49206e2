// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/core/scope.h"
#include "models/identity/user.h"

#include <QString>

struct Request;

/// The origin of a request, as far as it is known.
struct Origin
{
    static Origin of(const Request &request);

    QString userAgent = {}; ///< User-Agent header, shortened for storage
    QString address = {}; ///< IP address of the peer; empty for actions on the server's own machine
};

/// The caller of a request whose route's Access has been met.
struct Caller
{
    enum class Kind {
        Nobody,
        App, ///< an app's credential: there is no user, account or session
        User, ///< an access token: all fields are set
        PaymentProvider, ///< a payment provider's signature, which the handler verifies
        Link, ///< a signed address, valid for the object that it names: user and session are those that signed it
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
    qint64 dailyQuota = 0; ///< the app's calls per day; 0: no limit
    Origin origin = {};

    /// Returns whether the caller acts as staff. Staff rights hold in the portal and on the server's own pages only:
    /// any other app that a member of staff signs in to has no more access to other accounts than usual.
    bool isStaff() const { return firstParty && role >= User::Role::Support; }
    /// Returns whether the caller is an administrator. Only administrators can grant the scope `manage`, and the scope
    /// ends with their role.
    bool isAdmin() const { return scopes.testFlag(Scope::Manage); }
};

/// Requires that the account is the caller's own and that the caller is its main user.
/// Throws: Problem 404 for another account, 403 `main_user_required`.
void requireMainUser(const Caller &caller, AccountId account);
/// Requires a scope, or each part of a combined scope. For handlers whose request decides which scope is needed.
/// Throws: Problem 403 `insufficient_scope`, with `scope` and the header `WWW-Authenticate` of RFC 6750, section 3.1.
void requireScope(const Caller &caller, Scope scope);
/// Requires that a user calls through the portal. For what outlives every consent, or is more than any scope of an app.
/// Throws: Problem 403 `first_party_required` with this detail.
void requireFirstParty(const Caller &caller, const QString &detail);
