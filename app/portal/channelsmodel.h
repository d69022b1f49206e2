// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// Where the account's notifications go, beside the portal. Roles: see NotificationChannel.
class ChannelsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ChannelsModel(QObject *parent = nullptr);

    /// Adds a channel of these roles, or changes the one with this id.
    Q_INVOKABLE void save(const QString &channelId, const QVariantMap &values);
    Q_INVOKABLE void setEnabled(const QString &channelId, bool enabled);
    Q_INVOKABLE void remove(const QString &channelId);
    /// Sends something through it.
    Q_INVOKABLE void test(const QString &channelId);
    Q_INVOKABLE void rotateSecret(const QString &channelId);
    /// Everything of the last so many hours once more.
    Q_INVOKABLE void resendLast(const QString &channelId, int hours);

Q_SIGNALS:
    void saved();
    /// What a webhook is signed with: the server tells it once.
    void secretMade(const QString &name, const QString &secret);
    void tested(const QString &name);
    void resent(int count);

protected:
    ApiRequest listRequest() const override;

private:
    void changed(const ApiAnswer &answer);
};
