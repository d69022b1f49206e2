// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/notificationsmodel.h"

#include "app/portal/portal.h"
#include "models/notification.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

NotificationsModel::NotificationsModel(QObject *parent)
    : ListModel(Notification::staticMetaObject, u"notificationId"_s, {}, parent)
{
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
        if (type == "notification.created"_L1)
            reload();
    });
    connect(&portal()->events(), &EventStream::startedAfresh, this, &NotificationsModel::reload);
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
