// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The account's orders, newest first. Roles: see Order.
class OrdersModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit OrdersModel(QObject *parent = nullptr);

    /// Saves the receipt of a paid order, or the credit note of a refunded one, as PDF in the downloads folder.
    Q_INVOKABLE void saveReceipt(int row);
    Q_INVOKABLE void saveCreditNote(int row);

Q_SIGNALS:
    /// `path` is empty if the receipt could not be saved.
    void receiptSaved(const QString &path);

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    void save(int row, const QString &document);
};
