// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationservice.h"

#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Notifications";

NotificationReport reportOf(const Call &call)
{
    return call.request.body.isEmpty() ? NotificationReport() : call.body<NotificationReport>();
}

/// `prefix` begins the names of the types, such as "camera.".
QList<QueryParameter> typesOf(const QString &prefix)
{
    return {
        Parameters::oneOf(u"notification_type"_s, u"What the notification is about"_s, Topics::names().filter(prefix))};
}

Reply listed(NotificationService &notifications, const Call &call)
{
    const auto page = PageRequest::from(call);
    NotificationQuery query;
    query.account = QueryValues::id<AccountId>(call, u"account_id"_s);
    if (query.account.isNull())
        query.account = call.caller.accountId;
    query.device = QueryValues::id<DeviceId>(call, u"device_id"_s);
    query.type = call.query(u"type"_s);
    query.unread = call.queryBool(u"unread"_s);
    const auto [from, to] = QueryValues::range(call);
    query.from = from;
    query.to = to;
    const auto found = notifications.list(call.caller, query, page);
    return pageOf<Notification>(
        call, page, found.notifications,
        [](const Notification &each) {
            return QJsonArray{each.createdAt.toMSecsSinceEpoch(), each.notificationId.toString()};
        },
        found.total);
}

RouteTable readingRoutes(NotificationService &notifications)
{
    const auto read = [&notifications](Method method, const QString &summary, bool becomes) {
        return Route{
            .method = method,
            .path = u"/notifications/read"_s,
            .caller = Callers::user(Scope::Notifications),
            .tag = tag,
            .summary = summary,
            .body = &NotificationsRead::staticMetaObject,
            .reply = &NotificationsRead::staticMetaObject,
            .handle =
                [&notifications, becomes](const Call &call) {
                    return replyWith(notifications.setRead(call.caller, call.body<NotificationsRead>(), becomes));
                },
        };
    };
    return {
        {
            .method = Method::Get,
            .path = u"/notifications"_s,
            .caller = Callers::user(Scope::NotificationsRead),
            .tag = tag,
            .summary = u"List the notifications of an account, newest first; a mark has one entry"_s,
            .query = {{u"account_id"_s, u"The account; default: the caller's. Only staff can name another account"_s},
                      {u"device_id"_s, u"Only notifications about this device"_s},
                      Parameters::oneOf(u"type"_s, u"Only notifications of this type"_s, Topics::names()),
                      {u"unread"_s,
                       u"true: only notifications that the calling user has not read; false: only those that they have "
                       "read"_s,
                       u"boolean"_s},
                      Parameters::time(u"from"_s, u"Only notifications created at or after this time"_s),
                      Parameters::time(u"to"_s, u"Only notifications created before this time"_s)},
            .reply = &Notification::staticMetaObject,
            .list = true,
            .handle = [&notifications](const Call &call) { return listed(notifications, call); },
        },
        {
            .method = Method::Get,
            .path = u"/notifications/accounts/:account_id"_s,
            .caller = Callers::user(Scope::NotificationsRead),
            .tag = tag,
            .summary = u"List today's notifications with pending deliveries"_s,
            .reply = &Notification::staticMetaObject,
            .list = true,
            .handle =
                [&notifications](const Call &call) {
                    return pageOf(call, notifications.unsent(call.caller, call.id<AccountId>(u"account_id")),
                                  &Notification::createdAt, &Notification::notificationId);
                },
        },
        {
            .method = Method::Get,
            .path = u"/notifications/:notification_id"_s,
            .caller = Callers::user(Scope::NotificationsRead).orManagement(),
            .tag = tag,
            .summary = u"Get a notification"_s,
            .reply = &Notification::staticMetaObject,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.get(call.caller, call.id<NotificationId>(u"notification_id")));
                },
        },
        read(Method::Put, u"Mark notifications as read; without ids, all of them"_s, true),
        read(Method::Delete, u"Mark notifications as unread; without ids, all of them"_s, false),
    };
}

RouteTable writingRoutes(NotificationService &notifications)
{
    const QString one = u"/notifications/:notification_id"_s;
    return {
        {
            .method = Method::Post,
            .path = u"/notifications/:notification_type/devices/:device_id"_s,
            .caller = Callers::app().orManagement(),
            .tag = tag,
            .summary = u"Create a notification about a device's connection, for apps that the account uses"_s,
            .pathValues = typesOf(u"camera."_s),
            .body = &NotificationReport::staticMetaObject,
            .bodyOptional = true,
            .reply = &Notification::staticMetaObject,
            .status = 201,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.recordDevice(call.caller, call.arg(u"notification_type"),
                                                                call.id<DeviceId>(u"device_id"), reportOf(call)),
                                     201);
                },
        },
        {
            .method = Method::Post,
            .path = u"/notifications/:notification_type/:datalandmark_id"_s,
            .caller = Callers::app().orManagement(),
            .tag = tag,
            .summary = u"Create a notification about a mark, for apps that the account uses"_s,
            .pathValues = typesOf(u"mark."_s),
            .body = &NotificationReport::staticMetaObject,
            .bodyOptional = true,
            .reply = &Notification::staticMetaObject,
            .status = 201,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.recordMark(call.caller, call.arg(u"notification_type"),
                                                              call.id<DeviceMarkId>(u"datalandmark_id"),
                                                              reportOf(call)),
                                     201);
                },
        },
        {
            .method = Method::Post,
            .path = u"/notifications"_s,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Create an announcement to one account or to all accounts"_s,
            .body = &Announcement::staticMetaObject,
            .reply = &Notification::staticMetaObject,
            .status = 201,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.announce(call.body<Announcement>()), 201);
                },
        },
        {
            .method = Method::Put,
            .path = one,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Update an announcement"_s,
            .body = &Announcement::staticMetaObject,
            .patch = true,
            .reply = &Notification::staticMetaObject,
            .conditional = true,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.change(
                        call.caller, call.id<NotificationId>(u"notification_id"), call.precondition(),
                        [&](Announcement &announcement) { call.patch(announcement); }));
                },
        },
        {
            .method = Method::Delete,
            .path = one,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Withdraw a notification and cancel its pending deliveries"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&notifications](const Call &call) {
                    notifications.withdraw(call.caller, call.id<NotificationId>(u"notification_id"),
                                           call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable notificationRoutes(NotificationService &notifications)
{
    return readingRoutes(notifications) + writingRoutes(notifications);
}
