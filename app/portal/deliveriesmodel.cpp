// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/deliveriesmodel.h"

#include "models/notifications/notificationchannel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

DeliveriesModel::DeliveriesModel(QObject *parent)
    : ListModel(NotificationDelivery::staticMetaObject, u"deliveryId"_s, {}, parent)
{
    m_again.setInterval(std::chrono::seconds(2));
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_active)
            reload();
    });
}

ApiRequest DeliveriesModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"50"_s}};
    if (!m_channelId.isEmpty())
        query.addQueryItem(u"channel_id"_s, m_channelId);
    if (!m_deliveryState.isEmpty())
        query.addQueryItem(u"state"_s, m_deliveryState);
    return ApiRequest::get(u"/notifications/deliveries"_s, query);
}

void DeliveriesModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (m_active && type == "notification.created"_L1)
            reload();
    });
}

/// Polls while a delivery is pending, because the server sends no events about deliveries.
void DeliveriesModel::loaded(const QStringList &)
{
    for (int row = 0; row < count(); ++row) {
        if (get(row).value(u"state"_s) == u"pending"_s)
            m_again.start();
    }
}

void DeliveriesModel::filter()
{
    Q_EMIT filterChanged();
    if (portal())
        restart();
}

void DeliveriesModel::setChannelId(const QString &id)
{
    if (m_channelId == id)
        return;
    m_channelId = id;
    filter();
}

void DeliveriesModel::setDeliveryState(const QString &state)
{
    if (m_deliveryState == state)
        return;
    m_deliveryState = state;
    filter();
}

void DeliveriesModel::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    if (active && portal())
        reload();
}

void DeliveriesModel::resend(const QString &deliveryId)
{
    act(ApiRequest::create(u"/notifications/deliveries/%1/resend"_s.arg(deliveryId), {}),
        [this](const ApiAnswer &) { reload(); });
}
