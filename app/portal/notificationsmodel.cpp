// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/notificationsmodel.h"

#include "app/portal/portal.h"
#include "app/portal/streamurls.h"
#include "models/notifications/notification.h"

#include <QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView hiddenType = "mark.updated"_L1;
constexpr int signedFor = 3600; // seconds
constexpr qsizetype mostSigned = 100; // in one request
}

NotificationsModel::NotificationsModel(QObject *parent)
    : ListModel(Notification::staticMetaObject, u"notificationId"_s, {"thumbnailUrl"}, parent)
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
    connect(&portal()->events(), &EventStream::startedAfresh, this, &NotificationsModel::countUnread);
    countUnread();
}

void NotificationsModel::loaded(const QStringList &ids)
{
    QJsonArray marks;
    for (const auto &id : ids) {
        const QVariantMap row = get(indexOf(id));
        const QString mark = row.value(u"object"_s).toString();
        const bool wanted = mark.startsWith("mark_"_L1) && row.value(u"thumbnailUrl"_s).toUrl().isEmpty();
        if (wanted && !marks.contains(mark) && marks.size() < mostSigned)
            marks.append(mark);
    }
    if (marks.isEmpty())
        return;
    const QString path = u"/device-marks/account/%1/signedurl"_s.arg(portal()->session()->accountId());
    const QJsonObject body{{u"mark_ids"_s, marks}, {u"expires_in"_s, signedFor}};
    fetch(ApiRequest::put(path, body), [this](const ApiAnswer &answer) {
        for (const auto &result : answer.json["results"_L1].toArray())
            showThumbnail(result["mark_id"_L1].toString(),
                          signedUrl(portal()->client(), result["thumbnail"_L1].toString()));
    });
}

void NotificationsModel::showThumbnail(const QString &markId, const QUrl &picture)
{
    for (int row = 0; row < count() && !picture.isEmpty(); ++row) {
        if (get(row).value(u"object"_s) == markId)
            patch(idAt(row), {{u"thumbnailUrl"_s, picture}});
    }
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
    act(ApiRequest::put(u"/notifications/read"_s, QJsonObject()), [this](const ApiAnswer &) { reload(); });
}
