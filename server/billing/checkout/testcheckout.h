// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/checkout.h"
#include "server/billing/orders/orderstore.h"
#include "server/billing/orders/paymentsignature.h"
#include "server/core/http/call.h"
#include "server/core/http/route.h"

class Pages;
class WebClient;

/// A payment provider for trials. Its page lets the user choose the outcome of a payment without money. It reports the
/// outcome as a real provider does: with a signed request to the URL where this server listens.
class TestCheckout
{
public:
    struct Parts
    {
        const Pages &pages;
        const Checkout &checkout;
        const PaymentSignature &signature;
        const WebClient &web;
        QUrl server; ///< URL where this server listens
    };

    TestCheckout(Database &database, Parts parts)
        : m_store(database)
        , m_parts(std::move(parts))
    {
    }

    /// Returns the page of an order.
    ///
    /// Throws: 404 unless the request's URL is signed for the order.
    Reply get(const Call &call);
    /// Handles the page's form. The field `outcome` is `paid`, `failed`, or `cancelled`; any other value abandons the
    /// checkout.
    ///
    /// Throws: 404 unless the request's URL is signed for the order.
    /// Thread: the network pool, because the function waits for the server's response.
    Reply post(const Call &call);
    const Pages &pages() const { return m_parts.pages; }

private:
    Order order(const Call &call);
    Reply show(const Call &call, const Order &order, const QString &notice = {});
    int report(const Order &order, const QString &status);

    OrderStore m_store;
    Parts m_parts;
};

/// Returns the routes of the test payment provider's page.
RouteTable checkoutRoutes(TestCheckout &checkout);
