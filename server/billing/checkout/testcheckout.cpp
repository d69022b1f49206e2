// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/checkout/testcheckout.h"

#include "models/core/moneytext.h"
#include "models/core/times.h"
#include "server/billing/orders/ordersteps.h"
#include "server/core/net/webclient.h"
#include "server/identity/oauth/pages.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {
QString amountOf(const Order &order, const Request &request)
{
    return moneyText(order.amount, order.currency, localeOf(Pages::language(request)));
}
}

Order TestCheckout::order(const Call &call)
{
    const auto id = call.id<OrderId>(u"order_id");
    const auto order =
        m_parts.checkout.isTest() && m_parts.checkout.allows(call.request, id) ? m_store.find(id) : std::nullopt;
    return order ? *order : throw Problem::notFound();
}

Reply TestCheckout::get(const Call &call) { return show(call, order(call)); }

Reply TestCheckout::show(const Call &call, const Order &order, const QString &notice)
{
    const Request &request = call.request;
    const QString status = OrderSteps::name(order.status);
    return m_parts.pages.show({.name = u"checkout"_s,
                               .title = m_parts.pages.text(u"checkout.title"_s, request),
                               .values = {{u"item"_s, order.title},
                                          {u"money"_s, amountOf(order, request)},
                                          {u"order"_s, order.orderId.toString()},
                                          {u"open"_s, OrderSteps::isOpen(order.status)},
                                          {u"failed"_s, order.status == OrderStep::Status::Failed},
                                          {u"status"_s, m_parts.pages.text(u"checkout.status."_s + status, request)},
                                          {u"notice"_s, notice}}},
                              request);
}

Reply TestCheckout::post(const Call &call)
{
    const Order before = order(call);
    const QString outcome = formFields(call.request).value(u"outcome"_s);
    if (outcome != u"paid"_s && outcome != u"failed"_s && outcome != u"cancelled"_s)
        return show(call, before, m_parts.pages.text(u"checkout.abandoned"_s, call.request));
    QString notice;
    try {
        if (report(before, outcome) >= 400)
            notice = m_parts.pages.text(u"checkout.too_late"_s, call.request);
    } catch (const WebError &error) {
        qWarning("The test payment provider cannot reach the server: %s", error.what());
        notice = m_parts.pages.text(u"checkout.unreachable"_s, call.request);
    }
    return show(call, order(call), notice);
}

/// Sends the new status to the server as a payment provider does. Returns the HTTP status of the response.
int TestCheckout::report(const Order &order, const QString &status)
{
    const QByteArray path =
        "/v1/retentions/orders/" + order.orderId.toString().toLatin1() + "/status/" + status.toLatin1();
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"event_id"_s, u"test_"_s + QUuid::createUuid().toString(QUuid::Id128)},
                                  {u"amount"_s, order.amount},
                                  {u"currency"_s, order.currency}})
            .toJson(QJsonDocument::Compact);
    Headers headers;
    headers.set(paymentSignatureHeader, m_parts.signature.sign(path, body, Times::now()));
    return m_parts.web.put(m_parts.server.resolved(QUrl(QString::fromLatin1(path))), body, "application/json", headers)
        .status;
}

RouteTable checkoutRoutes(TestCheckout &checkout)
{
    const auto page = [&checkout](Method method, const QString &summary, std::function<Reply(const Call &)> handle) {
        return Route{
            .method = method,
            .path = u"/checkout/:order_id"_s,
            .caller = {.link = true},
            .tag = u"Orders",
            .summary = summary,
            .bodyTypes = method == Method::Post ? QStringList{u"application/x-www-form-urlencoded"_s} : QStringList(),
            .replyTypes = {u"text/html"_s},
            .otherStatuses = {302, 303},
            .runs = method == Method::Post ? Runs::OnNetworkPool : Runs::OnWorker,
            .handle = std::move(handle),
            .maxBody = 1 << 12,
            .atRoot = true,
            .openQuery = true,
            .refuse = [&pages = checkout.pages()](const Problem &problem,
                                                  const Request &request) { return pages.refusal(problem, request); },
            .refusalType = u"text/html"_s,
        };
    };
    return {
        page(Method::Get, u"Show the checkout page of the test payment provider"_s,
             [&checkout](const Call &call) { return checkout.get(call); }),
        page(Method::Post, u"Submit the checkout page of the test payment provider"_s,
             [&checkout](const Call &call) { return checkout.post(call); }),
    };
}
