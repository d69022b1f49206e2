// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/apps/appservice.h"
#include "server/identity/credentials/sessions.h"
#include "server/identity/federation/identityprovider.h"

#include <chrono>

/// Lifetimes of credentials, limits of trial apps, external identity providers, and what is required of staff.
struct IdentitySettings
{
    AppService::Trial trial{std::chrono::hours(24 * 30), 10'000};
    TokenLifetimes tokens{.remembered = std::chrono::seconds(1)};
    std::chrono::seconds signInTokenLifetime{90}; ///< lifetime of a one-time sign-in token
    QList<IdentityProvider> providers;
    bool staffNeedsSecondFactor = false; ///< staff without a second factor can only set it up
};
