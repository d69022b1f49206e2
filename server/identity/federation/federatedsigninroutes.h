// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class FederatedSignIn;
class Pages;

/// What browsers are sent to: refusals are pages.
RouteTable federatedSignInRoutes(FederatedSignIn &signIn, const Pages &pages);
