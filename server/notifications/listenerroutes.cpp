// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/call.h"
#include "server/notifications/listenerservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Notification channels";
}

RouteTable listenerRoutes(ListenerService &listeners)
{
    return {
        {
            .method = Method::Get,
            .path = u"/notifications/listener"_s,
            .caller = Callers::user(Scope::Notifications),
            .tag = tag,
            .summary = u"Get the secret that signs messages for listeners of the app"_s,
            .reply = &ListenerSecret::staticMetaObject,
            .handle = [&listeners](const Call &call) { return replyWith(listeners.secret(call.caller)); },
        },
        {
            .method = Method::Post,
            .path = u"/notifications/listener/test"_s,
            .caller = Callers::user(Scope::Notifications),
            .tag = tag,
            .summary = u"Send a test message to the listeners of the account"_s,
            .body = &MessageTest::staticMetaObject,
            .bodyOptional = true,
            .reply = &Notification::staticMetaObject,
            .status = 202,
            .handle =
                [&listeners](const Call &call) {
                    const MessageTest wanted = call.request.body.isEmpty() ? MessageTest() : call.body<MessageTest>();
                    return replyWith(listeners.test(call.caller, wanted), 202);
                },
        },
        {
            .method = Method::Get,
            .path = u"/notifications/:notification_id/message"_s,
            .caller = Callers::user(Scope::NotificationsRead),
            .tag = tag,
            .summary = u"Get the webhook's message of a notification, signed for listeners of the app"_s,
            .reply = &SignedMessage::staticMetaObject,
            .handle =
                [&listeners](const Call &call) {
                    return replyWith(listeners.message(call.caller, call.id<NotificationId>(u"notification_id")));
                },
        },
    };
}
