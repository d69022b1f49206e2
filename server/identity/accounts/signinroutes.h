// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class SignInService;

/// Sessions, and the tokens that hand them on.
RouteTable signInRoutes(SignInService &signIns);
