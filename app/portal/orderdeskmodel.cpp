// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/orderdeskmodel.h"

#include "models/billing/order.h"
#include "models/core/times.h"

using namespace Qt::StringLiterals;

OrderDeskModel::OrderDeskModel(QObject *parent)
    : ListModel(Order::staticMetaObject, u"orderId"_s, {}, parent)
{
    connect(this, &OrderDeskModel::filterChanged, this, [this] {
        if (portal())
            restart();
    });
}

ApiRequest OrderDeskModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"50"_s}};
    if (!m_status.isEmpty())
        query.addQueryItem(u"status"_s, m_status);
    if (!m_retentionId.isEmpty())
        query.addQueryItem(u"retention_id"_s, m_retentionId);
    if (m_days > 0)
        query.addQueryItem(u"from"_s, QString::fromLatin1(Times::toText(Times::now().addDays(-m_days))));
    return ApiRequest::get(u"/retentions/orders"_s, query);
}
