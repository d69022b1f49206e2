// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/order.h"
#include "server/billing/receipts/seller.h"
#include "server/core/db/database.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"

/// Issues and returns receipts and credit notes.
class Receipts
{
public:
    Receipts(Database &database, Seller seller)
        : m_database(database)
        , m_seller(std::move(seller))
        , m_visibility(database)
    {
    }

    /// Issues the receipt of an order that was paid, or the credit note of an order that was refunded. Other statuses
    /// and orders that cost nothing have none.
    ///
    /// Transaction: the caller's. It locks the last number until it is committed: call this after all other locks.
    void follow(const Order &order);
    /// Returns the receipt of an order and then its credit note, as far as they exist.
    ///
    /// Throws: 404 unless there is a receipt and the caller may read the account.
    QList<Receipt> ofOrder(const Caller &caller, OrderId order);
    /// Throws: 404 like ofOrder(), and if the order has no receipt of this kind.
    Receipt get(const Caller &caller, OrderId order, Receipt::Kind kind);

private:
    std::optional<Receipt> find(OrderId order, Receipt::Kind kind);
    Receipt receiptOf(const Order &order);
    static Receipt creditNoteOf(const Receipt &receipt);
    QString nextNumber(Receipt::Kind kind);

    Database &m_database;
    Seller m_seller;
    Visibility m_visibility;
};

/// Returns the routes of receipts.
RouteTable receiptRoutes(Receipts &receipts);
