// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/checkout.h"

using namespace Qt::StringLiterals;

namespace {
QByteArray pathOf(OrderId order) { return "/checkout/" + order.toString().toLatin1(); }
}

QString Checkout::address(const Order &order) const
{
    if (isTest()) {
        const QByteArray path = pathOf(order.orderId);
        return m_self.resolved(QUrl(QString::fromLatin1(path + '?' + m_links.sign(path, order.expiresAt))))
            .toString(QUrl::FullyEncoded);
    }
    QString address = m_provider;
    return address.replace(u"{order_id}"_s, order.orderId.toString())
        .replace(u"{amount}"_s, QString::number(order.amount))
        .replace(u"{currency}"_s, order.currency);
}

bool Checkout::allows(const Request &request, OrderId order) const { return m_links.allows(request, pathOf(order)); }
