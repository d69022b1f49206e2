// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class OrderService;
class PaymentSignature;

/// Orders, and what the payment provider says of them.
RouteTable orderRoutes(OrderService &orders, const PaymentSignature &signature);
