// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class AuthorizePage;
class Pages;
class PasswordResetPage;

/// The pages that people see on the way from an app to its access and back.
RouteTable pageRoutes(const Pages &pages, AuthorizePage &authorize, PasswordResetPage &reset);
