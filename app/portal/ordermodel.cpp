// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/ordermodel.h"

#include "models/billing/order.h"

using namespace Qt::StringLiterals;

OrderModel::OrderModel(QObject *parent)
    : ObjectModel(Order::staticMetaObject, parent)
{
}

void OrderModel::setOrderId(const QString &id)
{
    if (m_orderId == id)
        return;
    m_orderId = id;
    Q_EMIT orderIdChanged();
    reset();
}

QString OrderModel::path() const { return m_orderId.isEmpty() ? QString() : u"/retentions/orders/"_s + m_orderId; }

void OrderModel::step(const QString &status, const QString &reason)
{
    act(ApiRequest::put(path() + u"/status/"_s + status, {{u"reason"_s, reason}}), [this](const ApiAnswer &) {
        reload();
        Q_EMIT stepped();
    });
}
