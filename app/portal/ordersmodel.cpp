// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/ordersmodel.h"

#include "app/portal/portal.h"
#include "models/billing/order.h"
#include "models/core/moneytext.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QStandardPaths>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace {
QString line(const QString &name, const QString &value)
{
    return u"<tr><td style='padding:4px 24px 4px 0;color:#5b6b7c'>%1</td><td style='padding:4px 0'>%2</td></tr>"_s.arg(
        name.toHtmlEscaped(), value.toHtmlEscaped());
}
}

OrdersModel::OrdersModel(QObject *parent)
    : ListModel(Order::staticMetaObject, u"orderId"_s, {}, parent)
{
}

ApiRequest OrdersModel::listRequest() const
{
    return ApiRequest::get(u"/retentions/orders/account/"_s + portal()->session()->accountId(),
                           {{u"pagesize"_s, u"50"_s}});
}

void OrdersModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.startsWith("order."_L1))
            reload();
    });
}

void OrdersModel::saveReceipt(int row)
{
    const QVariantMap order = get(row);
    const QLocale locale(portal()->language());
    const QString amount = moneyText(order[u"amount"_s].toLongLong(), order[u"currency"_s].toString(), locale);
    const QString html = u"<h1>%1</h1><table style='font-size:12pt'>%2</table>"_s.arg(
        tr("Receipt").toHtmlEscaped(),
        line(tr("Order"), order[u"orderId"_s].toString()) + line(tr("Item"), order[u"title"_s].toString())
            + line(tr("Amount"), amount)
            + line(tr("Paid"), locale.toString(order[u"updatedAt"_s].toDateTime().toLocalTime(), QLocale::ShortFormat))
            + line(tr("Customer"), portal()->session()->userName()));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    QDir().mkpath(folder);
    const QString path = u"%1/receipt-%2.pdf"_s.arg(folder, order[u"orderId"_s].toString());
    QTextDocument document;
    document.setHtml(html);
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    document.print(&writer);
    Q_EMIT receiptSaved(QFile(path).size() > 0 ? path : QString());
}
