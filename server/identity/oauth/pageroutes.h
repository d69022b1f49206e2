// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class AuthorizePage;
class Pages;
class PasswordResetPage;

/// The pages that a user sees while an app requests access.
RouteTable pageRoutes(const Pages &pages, AuthorizePage &authorize, PasswordResetPage &reset);
