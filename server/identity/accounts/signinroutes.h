// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class SignInService;

/// The routes of sessions and of one-time sign-in tokens.
RouteTable signInRoutes(SignInService &signIns);
