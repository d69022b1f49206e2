// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/receipts/receipts.h"

#include "models/core/times.h"
#include "models/identity/account.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int digits = 6; // of a number

/// Returns the part of a price that is tax, rounded to the nearest minor unit.
qint64 taxIn(qint64 total, qint64 basisPoints)
{
    constexpr qint64 whole = 10'000;
    const qint64 net = (total * whole + (whole + basisPoints) / 2) / (whole + basisPoints);
    return total - net;
}

/// Returns the account's data as the buyer. The postal address stands in for a billing address that was left empty.
ReceiptParty buyerOf(const Account &account)
{
    return {.name = account.name,
            .email = account.email,
            .taxId = {},
            .address = account.billingAddress == Address() ? account.postalAddress : account.billingAddress};
}
}

void Receipts::follow(const Order &order)
{
    const bool paid = order.status == OrderStep::Status::Paid;
    if (order.amount == 0 || (!paid && order.status != OrderStep::Status::Refunded))
        return;
    const auto receipt = paid ? std::nullopt : find(order.orderId, Receipt::Kind::Receipt);
    if (!paid && !receipt) // paid before receipts were issued
        return;
    Receipt issued = paid ? receiptOf(order) : creditNoteOf(*receipt);
    issued.number = nextNumber(issued.kind);
    issued.issuedAt = Times::now();
    m_database.insert(issued);
}

/// Returns a receipt without a number.
Receipt Receipts::receiptOf(const Order &order)
{
    const auto account = m_database.one<Account>("SELECT * FROM account WHERE account_id = ?", order.accountId);
    Receipt receipt;
    receipt.kind = Receipt::Kind::Receipt;
    receipt.orderId = order.orderId;
    receipt.accountId = order.accountId;
    receipt.seller = m_seller.party;
    if (receipt.seller.name.isEmpty())
        receipt.seller.name = u"Waymark"_s; // the operator has not configured a seller
    receipt.buyer = buyerOf(account.value_or(Account()));
    receipt.title = order.title;
    const auto starts = m_database.value("SELECT starts_at FROM plan_period WHERE order_id = ?", order.orderId);
    receipt.periodFrom = starts.isValid() ? Times::fromMilliseconds(starts.toLongLong()) : Times::now();
    if (order.period != RetentionPlan::Period::Once)
        receipt.periodUntil = receipt.periodFrom.addMonths(order.period == RetentionPlan::Period::Month ? 1 : 12);
    receipt.taxBasisPoints = m_seller.taxBasisPoints;
    receipt.total = order.amount;
    receipt.tax = taxIn(order.amount, m_seller.taxBasisPoints);
    receipt.net = receipt.total - receipt.tax;
    receipt.currency = order.currency;
    return receipt;
}

/// Returns the credit note of a receipt, without a number.
Receipt Receipts::creditNoteOf(const Receipt &receipt)
{
    Receipt note = receipt;
    note.kind = Receipt::Kind::CreditNote;
    note.refersTo = receipt.number;
    note.net = -receipt.net;
    note.tax = -receipt.tax;
    note.total = -receipt.total;
    return note;
}

QString Receipts::nextNumber(Receipt::Kind kind)
{
    m_database.exec("UPDATE receipt_number SET last = last + 1 WHERE kind = ?", kind);
    const qint64 number = m_database.value("SELECT last FROM receipt_number WHERE kind = ?", kind).toLongLong();
    const auto prefix = kind == Receipt::Kind::Receipt ? u"R-"_s : u"C-"_s;
    return prefix + QString::number(number).rightJustified(digits, u'0');
}

std::optional<Receipt> Receipts::find(OrderId order, Receipt::Kind kind)
{
    return m_database.one<Receipt>("SELECT * FROM receipt WHERE order_id = ? AND kind = ?", order, kind);
}

QList<Receipt> Receipts::ofOrder(const Caller &caller, OrderId order)
{
    const auto receipts =
        m_database.select<Receipt>("SELECT * FROM receipt WHERE order_id = ? ORDER BY issued_at, number", order);
    if (receipts.isEmpty())
        throw Problem::notFound();
    m_visibility.requireThings(caller, receipts.first().accountId, order.toString());
    return receipts;
}

Receipt Receipts::get(const Caller &caller, OrderId order, Receipt::Kind kind)
{
    for (const Receipt &receipt : ofOrder(caller, order)) {
        if (receipt.kind == kind)
            return receipt;
    }
    throw Problem::notFound();
}
