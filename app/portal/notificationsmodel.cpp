// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/notificationsmodel.h"

#include "app/portal/portal.h"
#include "models/notifications/notification.h"

#include <QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView hiddenType = "mark.updated"_L1;
}

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

bool NotificationsModel::shows(const QVariantMap &row) const { return row[u"type"_s].toString() != hiddenType; }

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
    fetchUnread({}, [this](int all) {
        fetchUnread(hiddenType, [this, all](int hidden) {
            if (m_unreadCount == all - hidden)
                return;
            m_unreadCount = all - hidden;
            Q_EMIT unreadCountChanged();
        });
    });
}

void NotificationsModel::fetchUnread(const QString &type, std::function<void(int)> counted)
{
    QUrlQuery query{{u"unread"_s, u"true"_s}, {u"count"_s, u"true"_s}, {u"pagesize"_s, u"1"_s}};
    if (!type.isEmpty())
        query.addQueryItem(u"type"_s, type);
    fetch(ApiRequest::get(u"/notifications"_s, query), [counted = std::move(counted)](const ApiAnswer &answer) {
        if (answer.ok())
            counted(answer.json["total"_L1].toInt());
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
