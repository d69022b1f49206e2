// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// What the account is told, the newest first. Roles: see Notification.
class NotificationsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool unreadOnly READ unreadOnly WRITE setUnreadOnly NOTIFY unreadOnlyChanged)

public:
    explicit NotificationsModel(QObject *parent = nullptr);

    bool unreadOnly() const { return m_unreadOnly; }
    void setUnreadOnly(bool unreadOnly);

    Q_INVOKABLE void markRead(const QString &notificationId);
    Q_INVOKABLE void markAllRead();

Q_SIGNALS:
    void unreadOnlyChanged();

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    bool m_unreadOnly = false;
};
