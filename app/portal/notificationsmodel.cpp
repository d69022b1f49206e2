// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/notificationsmodel.h"

#include "app/portal/portal.h"
#include "models/notifications/notification.h"

#include <QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;

NotificationsModel::NotificationsModel(QObject *parent)
    : ListModel(Notification::staticMetaObject, u"notificationId"_s, {}, parent)
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(std::chrono::milliseconds(200));
    connect(&m_countSoon, &QTimer::timeout, this, &NotificationsModel::countUnread);
}

void NotificationsModel::setUnreadOnly(bool unreadOnly)
{
    if (m_unreadOnly == unreadOnly)
        return;
    m_unreadOnly = unreadOnly;
    Q_EMIT unreadOnlyChanged();
    restart();
}

ApiRequest NotificationsModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"50"_s}};
    if (m_unreadOnly)
        query.addQueryItem(u"unread"_s, u"true"_s);
    return ApiRequest::get(u"/notifications"_s, query);
}

void NotificationsModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (!type.startsWith("notification."_L1))
            return;
        reload();
        m_countSoon.start();
    });
    connect(&portal()->events(), &EventStream::startedAfresh, this, [this] {
        reload();
        countUnread();
    });
    countUnread();
}

void NotificationsModel::countUnread()
{
    const QUrlQuery query{{u"unread"_s, u"true"_s}, {u"count"_s, u"true"_s}, {u"pagesize"_s, u"1"_s}};
    fetch(ApiRequest::get(u"/notifications"_s, query), [this](const ApiAnswer &answer) {
        const int unread = answer.json["total"_L1].toInt();
        if (!answer.ok() || m_unreadCount == unread)
            return;
        m_unreadCount = unread;
        Q_EMIT unreadCountChanged();
    });
}

void NotificationsModel::markRead(const QString &notificationId)
{
    act(ApiRequest::put(u"/notifications/read"_s, QJsonObject{{u"notification_ids"_s, QJsonArray{notificationId}}}),
        [this, notificationId](const ApiAnswer &) {
            patch(notificationId, {{u"read"_s, true}});
        });
}

void NotificationsModel::markAllRead()
{
    act(ApiRequest::put(u"/notifications/read"_s, QJsonObject{{u"notification_ids"_s, QJsonArray()}}),
        [this](const ApiAnswer &) { reload(); });
}
