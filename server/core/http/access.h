// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/scope.h"
#include "models/identity/user.h"

#include <optional>

/// Who may call a route. The first way that is allowed and met decides. If none is met, the answer is 401, or 403 if
/// the caller is known but lacks the scope or the role.
struct Access
{
    bool anyone = false; ///< no credential needed
    bool app = false; ///< an app's credential (HTTP Basic)
    bool bareApp =
        false; ///< with `app`: the portal's ID without a key will do, to let a person in who proves themselves
    bool client = false; ///< an OAuth client, perhaps identified by its ID alone: the handler asks Clients
    std::optional<Scope> user = {}; ///< a user's token with this scope
    std::optional<User::Role> role = {}; ///< with `user`: at least this role
    bool management = false; ///< an administrator, or an app with the scope `manage`
    bool link = false; ///< a signed address
    bool whileSettingUp = false; ///< with `user`: also open to staff who have yet to set up a required second factor
    bool payment = false; ///< a payment provider, identified by its signature

    Access orApp() const
    {
        auto copy = *this;
        copy.app = true;
        return copy;
    }
    Access orManagement() const
    {
        auto copy = *this;
        copy.management = true;
        return copy;
    }
    Access orLink() const
    {
        auto copy = *this;
        copy.link = true;
        return copy;
    }
    Access evenWhileSettingUp() const
    {
        auto copy = *this;
        copy.whileSettingUp = true;
        return copy;
    }
    Access orPaymentProvider() const
    {
        auto copy = *this;
        copy.payment = true;
        return copy;
    }
};

/// The header that carries a payment provider's signature.
inline constexpr char paymentSignatureHeader[] = "Payment-Signature";

namespace Callers {
inline Access anyone() { return {.anyone = true}; }
inline Access app() { return {.app = true}; }
/// An app with its key, or the portal, which can keep none. For requests by which a person signs up or in: the app
/// alone gains nothing by them.
inline Access signInApp() { return {.app = true, .bareApp = true}; }
inline Access client() { return {.client = true}; }
inline Access user(Scope scope) { return {.user = scope}; }
inline Access user(Scope scope, User::Role role) { return {.user = scope, .role = role}; }
inline Access management() { return {.management = true}; }
}
