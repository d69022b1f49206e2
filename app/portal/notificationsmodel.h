// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

#include <QTimer>

/// What the account is told, the newest first. Roles: see Notification.
class NotificationsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Of the whole account, whatever the filter.
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY unreadCountChanged)
    Q_PROPERTY(bool unreadOnly READ unreadOnly WRITE setUnreadOnly NOTIFY unreadOnlyChanged)

public:
    explicit NotificationsModel(QObject *parent = nullptr);

    bool unreadOnly() const { return m_unreadOnly; }
    void setUnreadOnly(bool unreadOnly);
    int unreadCount() const { return m_unreadCount; }

    Q_INVOKABLE void markRead(const QString &notificationId);
    Q_INVOKABLE void markAllRead();

Q_SIGNALS:
    void unreadOnlyChanged();
    void unreadCountChanged();

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    void countUnread();

    bool m_unreadOnly = false;
    int m_unreadCount = 0;
    QTimer m_countSoon; ///< once for several at a time
};
