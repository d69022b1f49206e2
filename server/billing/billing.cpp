// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/billing.h"

#include "server/core/base/serverkey.h"

namespace {
/// Returns the configured secrets. Without any, only the test provider signs requests, with a secret derived from the
/// server's key.
QByteArrayList secretsOf(const PaymentSettings &settings, const ServerKey &key)
{
    return settings.secrets.isEmpty() ? QByteArrayList{key.sign("payment", "test")} : settings.secrets;
}
}

BillingServices::BillingServices(CoreServices &core, IdentityServices &identity, const PaymentSettings &settings,
                                 const Caps &caps)
    : planStore(core.database)
    , checkout(settings.checkout, core.shared.publicUrl, core.links)
    , paymentSignature(secretsOf(settings, core.shared.key))
    , receipts(core.database, settings.seller)
    , fulfilment(core.database, identity.sessions, identity.appTokens, core.events, receipts)
    , orders(core.database, fulfilment, core.events, checkout, settings.appPrice, caps)
    , plans(core.database)
    , testCheckout(core.database, {identity.pages, checkout, paymentSignature, core.shared.web, core.shared.ownUrl})
{
}

RouteTable BillingServices::routes()
{
    return planRoutes(plans) + orderRoutes(orders, paymentSignature) + receiptRoutes(receipts)
        + checkoutRoutes(testCheckout);
}

IdentityServices::FromBilling BillingServices::forIdentity(BillingServices &billing)
{
    return {
        .planOf =
            [&billing](AccountId account) {
                const auto plan = billing.planStore.inForce(account);
                return plan ? plan->retentionId : RetentionId();
            },
        .sales = {
            .order = [&billing](const Caller &caller, const App &app) { return billing.orders.orderApp(caller, app); },
            .cancel = [&billing](const Caller &caller, AppId app) { billing.orders.cancelOfApp(caller, app); }}};
}
