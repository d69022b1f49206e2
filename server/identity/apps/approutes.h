// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class AppService;
class UsageService;

RouteTable appRoutes(AppService &apps, UsageService &usage);
