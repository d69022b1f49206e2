// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notifications/channelservice.h"

#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Notification channels";

/// Returns a channel with its secret, which is not part of the state that `If-Match` protects.
Reply withSecret(const NotificationChannel &channel)
{
    Reply reply = replyWith(channel, 201);
    NotificationChannel state = channel;
    state.secret.clear();
    reply.headers.append("ETag", entityTag(toJson(state)));
    return reply;
}

NotificationChannelId channelOf(const Call &call) { return call.id<NotificationChannelId>(u"channel_id"); }

DeliveryQuery queryOf(const Call &call)
{
    DeliveryQuery query;
    query.channel = QueryValues::id<NotificationChannelId>(call, u"channel_id"_s);
    const QString state = call.query(u"state"_s);
    for (const auto each : {NotificationDelivery::State::Pending, NotificationDelivery::State::Delivered,
                            NotificationDelivery::State::Failed, NotificationDelivery::State::Digested}) {
        if (SqlValue::of(each).toString() == state)
            query.state = each;
    }
    if (!state.isEmpty() && !query.state)
        throw Problem::invalid(u"?state"_s, u"not_allowed"_s, u"Must be pending, delivered, failed, or digested."_s);
    return query;
}

RouteTable ownRoutes(ChannelService &channels)
{
    const Access reader = Callers::user(Scope::NotificationsRead);
    const Access writer = Callers::user(Scope::Notifications);
    const QString all = u"/notifications/channels"_s;
    const QString one = all + u"/:channel_id"_s;
    return {
        {
            .method = Method::Get,
            .path = all,
            .caller = reader,
            .tag = tag,
            .summary = u"List the notification channels of the account"_s,
            .reply = &NotificationChannel::staticMetaObject,
            .list = true,
            .handle =
                [&channels](const Call &call) {
                    return pageOf(call, channels.list(call.caller), &NotificationChannel::createdAt,
                                  &NotificationChannel::channelId);
                },
        },
        {
            .method = Method::Post,
            .path = all,
            .caller = writer,
            .tag = tag,
            .summary = u"Create a channel; the secret of a webhook is returned only once"_s,
            .body = &NotificationChannel::staticMetaObject,
            .reply = &NotificationChannel::staticMetaObject,
            .status = 201,
            .runs = Runs::OnNetworkPool,
            .handle =
                [&channels](const Call &call) {
                    return withSecret(channels.add(call.caller, call.body<NotificationChannel>()));
                },
        },
        {
            .method = Method::Get,
            .path = u"/notifications/health"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List how each channel of the account has delivered in the last 24 hours"_s,
            .reply = &ChannelHealth::staticMetaObject,
            .list = true,
            .runs = Runs::OnFilePool,
            .handle =
                [&channels](const Call &call) {
                    return pageOf(call, channels.health(call.caller), &ChannelHealth::createdAt,
                                  &ChannelHealth::channelId);
                },
        },
        {
            .method = Method::Get,
            .path = one,
            .caller = reader,
            .tag = tag,
            .summary = u"Get a channel"_s,
            .reply = &NotificationChannel::staticMetaObject,
            .handle = [&channels](const Call &call) { return replyWith(channels.get(call.caller, channelOf(call))); },
        },
        {
            .method = Method::Put,
            .path = one,
            .caller = writer,
            .tag = tag,
            .summary = u"Update a channel"_s,
            .body = &NotificationChannel::staticMetaObject,
            .patch = true,
            .reply = &NotificationChannel::staticMetaObject,
            .runs = Runs::OnNetworkPool,
            .conditional = true,
            .handle =
                [&channels](const Call &call) {
                    return replyWith(channels.update(call.caller, channelOf(call), call.precondition(),
                                                     [&](NotificationChannel &channel) { call.patch(channel); }));
                },
        },
        {
            .method = Method::Delete,
            .path = one,
            .caller = writer,
            .tag = tag,
            .summary = u"Delete a channel with its pending deliveries"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&channels](const Call &call) {
                    channels.remove(call.caller, channelOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Post,
            .path = one + u"/secret"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Create a new secret; the old secret also signs requests for one day"_s,
            .reply = &NotificationChannel::staticMetaObject,
            .status = 201,
            .handle = [&channels](
                          const Call &call) { return withSecret(channels.rotateSecret(call.caller, channelOf(call))); },
        },
        {
            .method = Method::Post,
            .path = one + u"/test"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Send a test notification through a channel; its type can be chosen"_s,
            .body = &MessageTest::staticMetaObject,
            .bodyOptional = true,
            .reply = &NotificationDelivery::staticMetaObject,
            .status = 201,
            .handle =
                [&channels](const Call &call) {
                    const MessageTest wanted = call.request.body.isEmpty() ? MessageTest() : call.body<MessageTest>();
                    return replyWith(channels.test(call.caller, channelOf(call), wanted), 201);
                },
        },
    };
}

RouteTable deliveryRoutes(ChannelService &channels)
{
    const Access reader = Callers::user(Scope::NotificationsRead);
    const Access writer = Callers::user(Scope::Notifications);
    const QString all = u"/notifications/deliveries"_s;
    const QString one = all + u"/:delivery_id"_s;
    const auto deliveryOf = [](const Call &call) { return call.id<NotificationDeliveryId>(u"delivery_id"); };
    return {
        {
            .method = Method::Get,
            .path = all,
            .caller = reader,
            .tag = tag,
            .summary = u"List the deliveries of the account's channels, newest first"_s,
            .query = {{u"channel_id"_s, u"Only deliveries through this channel"_s},
                      Parameters::oneOf(u"state"_s, u"Only deliveries with this state"_s,
                                        {u"pending"_s, u"delivered"_s, u"failed"_s, u"digested"_s})},
            .reply = &NotificationDelivery::staticMetaObject,
            .list = true,
            .handle =
                [&channels](const Call &call) {
                    const auto page = PageRequest::from(call);
                    const auto found = channels.deliveries(call.caller, queryOf(call), page);
                    return pageOf<NotificationDelivery>(
                        call, page, found.deliveries,
                        [](const NotificationDelivery &each) {
                            return QJsonArray{each.createdAt.toMSecsSinceEpoch(), each.deliveryId.toString()};
                        },
                        found.total);
                },
        },
        {
            .method = Method::Get,
            .path = one,
            .caller = reader,
            .tag = tag,
            .summary = u"Get a delivery with its payload and its attempts"_s,
            .reply = &NotificationDelivery::staticMetaObject,
            .handle = [&channels, deliveryOf](
                          const Call &call) { return replyWith(channels.delivery(call.caller, deliveryOf(call))); },
        },
        {
            .method = Method::Post,
            .path = one + u"/resend"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Send a delivery again"_s,
            .reply = &NotificationDelivery::staticMetaObject,
            .status = 202,
            .handle = [&channels, deliveryOf](
                          const Call &call) { return replyWith(channels.resend(call.caller, deliveryOf(call)), 202); },
        },
        {
            .method = Method::Post,
            .path = u"/notifications/channels/:channel_id/resend"_s,
            .caller = writer,
            .tag = tag,
            .summary = u"Send the deliveries of a channel since a time again"_s,
            .body = &Resend::staticMetaObject,
            .reply = &Resend::staticMetaObject,
            .status = 202,
            .handle =
                [&channels](const Call &call) {
                    return replyWith(channels.resendSince(call.caller, channelOf(call), call.body<Resend>()), 202);
                },
        },
    };
}
}

RouteTable channelRoutes(ChannelService &channels) { return ownRoutes(channels) + deliveryRoutes(channels); }
