// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

#include <QTimer>

/// The account's notifications, newest first. Updates of a mark are left out: the mark has an entry of its own already.
/// Roles: see Notification, and `thumbnailUrl`, the picture of the mark.
class NotificationsModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The number of unread entries of the whole account, regardless of the filter.
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
    bool shows(const QVariantMap &row) const override;
    void attached() override;
    void loaded(const QStringList &ids) override;

private:
    void countUnread();
    void showThumbnail(const QString &markId, const QUrl &picture);
    void fetchUnread(const QString &type, std::function<void(int)> counted);

    bool m_unreadOnly = false;
    int m_unreadCount = 0;
    QTimer m_countSoon; ///< joins several events into one count
};
