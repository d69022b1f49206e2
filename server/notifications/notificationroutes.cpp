// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/notificationroutes.h"

#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"
#include "server/notifications/notificationservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Notifications";

NotificationReport reportOf(const Call &call)
{
    return call.request.body.isEmpty() ? NotificationReport() : call.body<NotificationReport>();
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
    query.from = QueryValues::time(call, u"from"_s);
    query.to = QueryValues::time(call, u"to"_s);
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
            .summary = u"List the caller's notifications, the newest first"_s,
            .query = {{u"account_id"_s, u"Staff may name another account"_s},
                      {u"device_id"_s, u"Those about a device"_s},
                      {u"type"_s, u"Those of a type, such as camera.lost"_s},
                      {u"unread"_s, u"true: those that the calling user has not read; false: that she has"_s,
                       u"boolean"_s},
                      {u"from"_s, u"Made at or after this time"_s},
                      {u"to"_s, u"Made before this time"_s}},
            .reply = &Notification::staticMetaObject,
            .list = true,
            .handle = [&notifications](const Call &call) { return listed(notifications, call); },
        },
        {
            .method = Method::Get,
            .path = u"/notifications/accounts/:account_id"_s,
            .caller = Callers::user(Scope::NotificationsRead),
            .tag = tag,
            .summary = u"List today's notifications that some channel has not got yet"_s,
            .reply = &Notification::staticMetaObject,
            .list = true,
            .handle =
                [&notifications](const Call &call) {
                    return pageOf(call, notifications.unsent(call.caller, call.id<AccountId>(u"account_id")));
                },
        },
        read(Method::Put, u"Mark notifications as read; without ids, all"_s, true),
        read(Method::Delete, u"Mark notifications as not read"_s, false),
    };
}

RouteTable tellingRoutes(NotificationService &notifications)
{
    const QString one = u"/notifications/:notification_id"_s;
    return {
        {
            .method = Method::Post,
            .path = u"/notifications/:notification_type/devices/:device_id"_s,
            .caller = Callers::app().orManagement(),
            .tag = tag,
            .summary = u"Tell of a device's connection error or change; for an app that its account uses"_s,
            .body = &NotificationReport::staticMetaObject,
            .reply = &Notification::staticMetaObject,
            .status = 201,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.tellOfDevice(call.caller, call.arg(u"notification_type"),
                                                                call.id<DeviceId>(u"device_id"), reportOf(call)),
                                     201);
                },
        },
        {
            .method = Method::Post,
            .path = u"/notifications/:notification_type/:datalandmark_id"_s,
            .caller = Callers::app().orManagement(),
            .tag = tag,
            .summary = u"Tell of a mark that was created; for an app that its account uses"_s,
            .body = &NotificationReport::staticMetaObject,
            .reply = &Notification::staticMetaObject,
            .status = 201,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.tellOfMark(call.caller, call.arg(u"notification_type"),
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
            .summary = u"Announce something to an account, or to all"_s,
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
            .summary = u"Change an announcement"_s,
            .body = &Announcement::staticMetaObject,
            .reply = &Notification::staticMetaObject,
            .handle =
                [&notifications](const Call &call) {
                    return replyWith(notifications.change(call.id<NotificationId>(u"notification_id"),
                                                          call.precondition(),
                                                          [&](Announcement &said) { call.patch(said); }));
                },
        },
        {
            .method = Method::Delete,
            .path = one,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Withdraw a notification; what is not sent yet will not be"_s,
            .status = 204,
            .handle =
                [&notifications](const Call &call) {
                    notifications.withdraw(call.id<NotificationId>(u"notification_id"), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable notificationRoutes(NotificationService &notifications)
{
    return readingRoutes(notifications) + tellingRoutes(notifications);
}
