// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class Checkout;
class OrderService;
class PaymentSignature;
class PlanService;
class TestCheckout;

/// Plans: what is for sale, and what an account has.
RouteTable planRoutes(PlanService &retention, OrderService &orders);
/// Orders, and what the payment provider says of them.
RouteTable orderRoutes(OrderService &orders, const PaymentSignature &signature);
/// The page of the test payment provider.
RouteTable checkoutRoutes(TestCheckout &checkout);
