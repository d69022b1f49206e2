// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/ordersmodel.h"

#include "app/portal/portal.h"
#include "models/billing/order.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

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

void OrdersModel::saveReceipt(int row) { save(row, u"receipt"_s); }

void OrdersModel::saveCreditNote(int row) { save(row, u"credit-note"_s); }

void OrdersModel::save(int row, const QString &document)
{
    const QString order = idAt(row);
    act(ApiRequest::get(u"/retentions/orders/%1/%2.pdf"_s.arg(order, document)),
        [this, order, document](const ApiAnswer &answer) {
            const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
            QDir().mkpath(folder);
            QSaveFile file(u"%1/%2-%3.pdf"_s.arg(folder, document, order));
            const bool saved =
                file.open(QFile::WriteOnly) && file.write(answer.body) == answer.body.size() && file.commit();
            Q_EMIT receiptSaved(saved ? file.fileName() : QString());
        });
}
