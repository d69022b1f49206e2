// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/deliverymodel.h"

#include "models/notifications/notificationchannel.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

DeliveryModel::DeliveryModel(QObject *parent)
    : ObjectModel(NotificationDelivery::staticMetaObject, parent)
{
}

void DeliveryModel::setDeliveryId(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    Q_EMIT deliveryIdChanged();
    if (portal())
        reset();
}

QString DeliveryModel::path() const { return m_id.isEmpty() ? QString() : u"/notifications/deliveries/"_s + m_id; }

/// Keeps the payload as the server sent it, because the roles have other names.
void DeliveryModel::taken(const QJsonObject &json)
{
    m_payload = QString::fromUtf8(QJsonDocument(json["payload"_L1].toObject()).toJson()).trimmed();
}

QVariantList DeliveryModel::history() const
{
    QVariantList attempts = value("history").toList();
    std::reverse(attempts.begin(), attempts.end());
    return attempts;
}
