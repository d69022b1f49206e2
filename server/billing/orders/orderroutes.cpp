// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/orders/orderservice.h"

#include "models/core/times.h"
#include "server/billing/orders/ordersteps.h"
#include "server/billing/orders/paymentsignature.h"
#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Orders";

OrderQuery queryOf(const Call &call)
{
    OrderQuery query;
    query.account = QueryValues::id<AccountId>(call, u"account_id"_s);
    query.plan = QueryValues::id<RetentionId>(call, u"retention_id"_s);
    const auto [from, to] = QueryValues::range(call);
    query.from = from;
    query.to = to;
    if (const QString status = call.query(u"status"_s); !status.isEmpty()) {
        query.status = OrderSteps::named(status);
        if (!query.status)
            throw Problem::invalid(u"?status"_s, u"not_allowed"_s,
                                   u"Must be pending, paid, failed, cancelled, refunded, or expired."_s);
    }
    return query;
}

Reply listed(const Call &call, const PageRequest &page, const OrderService::Page &found)
{
    return pageOf<Order>(
        call, page, found.orders,
        [](const Order &order) {
            return QJsonArray{order.createdAt.toMSecsSinceEpoch(), order.orderId.toString()};
        },
        found.total);
}

OrderStep::Status stepOf(const Call &call)
{
    const auto to = OrderSteps::named(call.arg(u"order_status"));
    if (!to || *to == OrderStep::Status::Pending)
        throw Problem::invalid(u"/order_status"_s, u"not_allowed"_s,
                               u"Must be paid, failed, cancelled, refunded, or expired."_s);
    return *to;
}

QList<QueryParameter> filters()
{
    return {Parameters::oneOf(u"status"_s, u"Only orders with this status"_s,
                              {u"pending"_s, u"paid"_s, u"failed"_s, u"cancelled"_s, u"refunded"_s, u"expired"_s}),
            {u"retention_id"_s, u"Only orders for this plan"_s},
            Parameters::time(u"from"_s, u"Only orders created at or after this time"_s),
            Parameters::time(u"to"_s, u"Only orders created before this time"_s)};
}
}

RouteTable orderRoutes(OrderService &orders, const PaymentSignature &signature)
{
    const Access reader = Callers::user(Scope::RetentionRead);
    return {
        {
            .method = Method::Post,
            .path = u"/retentions/:retention_id/account/:account_id"_s,
            .caller = Callers::user(Scope::Retention),
            .tag = u"Retention",
            .summary = u"Order a retention plan; the response contains the URL of the payment page"_s,
            .reply = &Order::staticMetaObject,
            .status = 201,
            .handle =
                [&orders](const Call &call) {
                    return replyWith(orders.orderPlan(call.caller, call.id<RetentionId>(u"retention_id"),
                                                      call.id<AccountId>(u"account_id")),
                                     201);
                },
        },
        {
            .method = Method::Put,
            .path = u"/retentions/orders/:order_id/status/:order_status"_s,
            .caller = Callers::management().orPaymentProvider(),
            .tag = tag,
            .summary = u"Report that an order was paid, failed, was cancelled, was refunded, or has expired"_s,
            .pathValues = {Parameters::oneOf(u"order_status"_s, u"What happened to the order"_s,
                                             {u"paid"_s, u"failed"_s, u"cancelled"_s, u"refunded"_s, u"expired"_s})},
            .body = &OrderEvent::staticMetaObject,
            .reply = &Order::staticMetaObject,
            .conditional = true,
            .handle =
                [&orders, &signature](const Call &call) {
                    if (call.caller.kind == Caller::Kind::PaymentProvider)
                        signature.require(call.request, Times::now());
                    return replyWith(orders.step(call.caller, call.id<OrderId>(u"order_id"), call.precondition(),
                                                 stepOf(call), call.body<OrderEvent>()));
                },
        },
        {
            .method = Method::Get,
            .path = u"/retentions/orders/account/:account_id"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"List an account's orders with their history, newest first"_s,
            .query = filters(),
            .reply = &Order::staticMetaObject,
            .list = true,
            .handle =
                [&orders](const Call &call) {
                    const auto page = PageRequest::from(call);
                    OrderQuery query = queryOf(call);
                    query.account = call.id<AccountId>(u"account_id");
                    return listed(call, page, orders.ofAccount(call.caller, query, page));
                },
        },
        {
            .method = Method::Get,
            .path = u"/retentions/orders/:order_id"_s,
            .caller = reader,
            .tag = tag,
            .summary = u"Get an order with its history"_s,
            .reply = &Order::staticMetaObject,
            .handle =
                [&orders](const Call &call) {
                    return replyWith(orders.get(call.caller, call.id<OrderId>(u"order_id")));
                },
        },
        {
            .method = Method::Get,
            .path = u"/retentions/orders"_s,
            .caller = Callers::user(Scope::RetentionRead, User::Role::Support).orManagement(),
            .tag = tag,
            .summary = u"List the orders of all accounts, newest first"_s,
            .query = filters() + QList<QueryParameter>{{u"account_id"_s, u"Only orders of this account"_s}},
            .reply = &Order::staticMetaObject,
            .list = true,
            .handle =
                [&orders](const Call &call) {
                    const auto page = PageRequest::from(call);
                    return listed(call, page, orders.all(queryOf(call), page));
                },
        },
    };
}
