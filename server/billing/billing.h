// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/checkout/testcheckout.h"
#include "server/billing/orders/fulfilment.h"
#include "server/billing/orders/orderservice.h"
#include "server/billing/orders/paymentsettings.h"
#include "server/billing/plankeeper.h"
#include "server/billing/plans/planservice.h"
#include "server/identity/identity.h"

/// The services of billing for one thread: plans, orders, and their payment.
class BillingServices
{
public:
    BillingServices(CoreServices &core, IdentityServices &identity, const PaymentSettings &settings, const Caps &caps);

    RouteTable routes();
    /// `retained`: see PlanKeeper.
    static JobTable jobs(CoreServices &core, const QList<Retained *> &retained)
    {
        return planJobs(core.database, core.shared.outlet, retained);
    }
    /// Returns the functions that identity needs from billing. They may be called once `billing` is constructed.
    static IdentityServices::FromBilling forIdentity(BillingServices &billing);

    PlanStore planStore;
    Checkout checkout;
    PaymentSignature paymentSignature;
    Receipts receipts;
    Fulfilment fulfilment;
    OrderService orders;
    PlanService plans;
    TestCheckout testCheckout;
};
