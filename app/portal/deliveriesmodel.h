// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

#include <QTimer>

/// The deliveries of the account's channels, newest first. Roles: see NotificationDelivery. While a delivery is
/// pending, the list is reloaded every few seconds.
class DeliveriesModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Limits the list to one channel; empty: all channels.
    Q_PROPERTY(QString channelId READ channelId WRITE setChannelId NOTIFY filterChanged)
    /// `pending`, `delivered`, `failed`, or `digested`; empty: all states.
    Q_PROPERTY(QString deliveryState READ deliveryState WRITE setDeliveryState NOTIFY filterChanged)
    /// Whether the list is visible. An inactive list is not reloaded.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)

public:
    explicit DeliveriesModel(QObject *parent = nullptr);

    QString channelId() const { return m_channelId; }
    void setChannelId(const QString &id);
    QString deliveryState() const { return m_deliveryState; }
    void setDeliveryState(const QString &state);
    bool isActive() const { return m_active; }
    void setActive(bool active);

    Q_INVOKABLE void resend(const QString &deliveryId);

Q_SIGNALS:
    void filterChanged();
    void activeChanged();

protected:
    ApiRequest listRequest() const override;
    void attached() override;
    void loaded(const QStringList &ids) override;

private:
    void filter();

    QString m_channelId;
    QString m_deliveryState;
    bool m_active = false;
    QTimer m_again;
};
