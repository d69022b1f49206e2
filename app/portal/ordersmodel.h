// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The account's orders, the newest first. Roles: see Order.
class OrdersModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit OrdersModel(QObject *parent = nullptr);

    /// Writes the receipt of a paid order, as PDF, into the downloads.
    Q_INVOKABLE void saveReceipt(int row);

Q_SIGNALS:
    /// `path` is empty when it could not be written.
    void receiptSaved(const QString &path);

protected:
    ApiRequest listRequest() const override;
    void attached() override;
};
