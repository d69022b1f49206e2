// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class PlanService;

/// Plans: what is for sale, and what an account has.
RouteTable planRoutes(PlanService &plans);
