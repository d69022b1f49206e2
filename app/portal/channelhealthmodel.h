// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// How the account's webhooks have delivered in the last 24 hours. Roles: see ChannelHealth.
class ChannelHealthModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ChannelHealthModel(QObject *parent = nullptr);

    /// Sends a test message of a type, such as `mark.opened`, through a channel.
    Q_INVOKABLE void test(const QString &channelId, const QString &type);

Q_SIGNALS:
    void tested();

protected:
    ApiRequest listRequest() const override;
    bool shows(const QVariantMap &row) const override;
};
