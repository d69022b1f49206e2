// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class SupportAccess;
class SupportConsole;
class UsageService;

RouteTable supportRoutes(SupportConsole &console, SupportAccess &access, UsageService &usage);
