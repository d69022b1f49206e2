// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class TestCheckout;

/// The page of the test payment provider.
RouteTable checkoutRoutes(TestCheckout &checkout);
