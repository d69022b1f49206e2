// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/receipts/receiptpdf.h"
#include "server/billing/receipts/receipts.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Orders";

Route pdfRoute(Receipts &receipts, const QString &name, const QString &summary, Receipt::Kind kind)
{
    return {
        .method = Method::Get,
        .path = u"/retentions/orders/:order_id/"_s + name,
        .caller = Callers::user(Scope::RetentionRead),
        .tag = tag,
        .summary = summary,
        .replyTypes = {u"application/pdf"_s},
        .runs = Runs::OnFilePool,
        .handle =
            [&receipts, kind](const Call &call) {
                const Receipt receipt = receipts.get(call.caller, call.id<OrderId>(u"order_id"), kind);
                Reply reply;
                reply.contentType = "application/pdf";
                reply.body = ReceiptPdf::of(receipt);
                reply.headers.append("Content-Disposition",
                                     "attachment; filename=\"" + receipt.number.toLatin1() + ".pdf\"");
                return reply;
            },
    };
}
}

RouteTable receiptRoutes(Receipts &receipts)
{
    return {
        {
            .method = Method::Get,
            .path = u"/retentions/orders/:order_id/receipts"_s,
            .caller = Callers::user(Scope::RetentionRead),
            .tag = tag,
            .summary = u"List the receipt of a paid order and its credit note"_s,
            .reply = &Receipt::staticMetaObject,
            .list = true,
            .handle =
                [&receipts](const Call &call) {
                    return pageOf(call, receipts.ofOrder(call.caller, call.id<OrderId>(u"order_id")),
                                  &Receipt::issuedAt, &Receipt::number);
                },
        },
        pdfRoute(receipts, u"receipt.pdf"_s, u"Get the receipt of a paid order as PDF"_s, Receipt::Kind::Receipt),
        pdfRoute(receipts, u"credit-note.pdf"_s, u"Get the credit note of a refunded order as PDF"_s,
                 Receipt::Kind::CreditNote),
    };
}
