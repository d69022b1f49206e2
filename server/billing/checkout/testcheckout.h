// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/checkout.h"
#include "server/billing/orders/orderstore.h"
#include "server/billing/orders/paymentsignature.h"
#include "server/core/http/call.h"

class Pages;
class WebClient;

/// A payment provider to try buying with: a page where one pays without money, and that tells the server what was
/// decided as a real provider does, by a signed request to the address where this server listens.
class TestCheckout
{
public:
    struct Parts
    {
        const Pages &pages;
        const Checkout &checkout;
        const PaymentSignature &signature;
        const WebClient &web;
        QUrl server; ///< where it listens
    };

    TestCheckout(Database &database, Parts parts)
        : m_store(database)
        , m_parts(std::move(parts))
    {
    }

    /// The order, and what can be done. Throws Problem::notFound() unless the address is signed for it.
    Reply get(const Call &call);
    /// `outcome`: `paid`, `failed`, `cancelled`; anything else abandons it. Waits for the server's answer: on the
    /// network pool.
    Reply post(const Call &call);
    const Pages &pages() const { return m_parts.pages; }

private:
    Order order(const Call &call);
    Reply show(const Call &call, const Order &order, const QString &notice = {});
    int tell(const Order &order, const QString &status);

    OrderStore m_store;
    Parts m_parts;
};
