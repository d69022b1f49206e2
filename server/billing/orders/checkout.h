// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/core/http/links.h"

#include <QUrl>

/// Builds the URLs of the payment page.
class Checkout
{
public:
    /// `provider` is the URL of the payment provider's page, with the placeholders `{order_id}`, `{amount}`, and
    /// `{currency}`. If `provider` is empty, orders are paid on this server's test page, below the URL `self`.
    Checkout(QString provider, QUrl self, const Links &links)
        : m_provider(std::move(provider))
        , m_self(std::move(self))
        , m_links(links)
    {
    }

    /// Returns the URL of the payment page for an open order. Anyone with the URL can see and pay the order.
    QString address(const Order &order) const;
    /// Returns true if the URL of the request carries a valid signature for the order.
    bool allows(const Request &request, OrderId order) const;
    bool isTest() const { return m_provider.isEmpty(); }

private:
    QString m_provider;
    QUrl m_self;
    const Links &m_links;
};
