// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The channels that deliver the account's notifications outside the portal. Roles: see NotificationChannel.
class ChannelsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ChannelsModel(QObject *parent = nullptr);

    /// Changes the channel with this id, or adds a channel if the id is empty. `values` has the names of the roles.
    Q_INVOKABLE void save(const QString &channelId, const QVariantMap &values);
    Q_INVOKABLE void setEnabled(const QString &channelId, bool enabled);
    Q_INVOKABLE void remove(const QString &channelId);
    /// Sends a test notification through the channel.
    Q_INVOKABLE void test(const QString &channelId);
    Q_INVOKABLE void rotateSecret(const QString &channelId);
    /// Sends all notifications of the last `hours` hours again.
    Q_INVOKABLE void resendLast(const QString &channelId, int hours);

Q_SIGNALS:
    void saved();
    /// Carries the signing secret of a webhook, which the server returns only once.
    void secretMade(const QString &name, const QString &secret);
    void tested(const QString &name);
    void resent(int count);

protected:
    ApiRequest listRequest() const override;

private:
    void changed(const ApiAnswer &answer);
};
