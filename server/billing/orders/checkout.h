// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/core/http/links.h"

#include <QUrl>

/// Where an order is paid.
class Checkout
{
public:
    /// `provider`: the payment provider's page, with `{order_id}`, `{amount}` and `{currency}` in it; empty: this
    /// server's own test page, at `self`.
    Checkout(QString provider, QUrl self, const Links &links)
        : m_provider(std::move(provider))
        , m_self(std::move(self))
        , m_links(links)
    {
    }

    /// Of an order that can be paid; whoever has the address may pay it, and look at what is to be paid.
    QString address(const Order &order) const;
    /// Whether the request carries the signature of that order's address.
    bool allows(const Request &request, OrderId order) const;
    bool isTest() const { return m_provider.isEmpty(); }

private:
    QString m_provider;
    QUrl m_self;
    const Links &m_links;
};
