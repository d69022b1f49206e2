// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The orders of all accounts, newest first, for support staff. Roles: see Order.
class OrderDeskModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// `pending`, `paid`, `failed`, `cancelled`, `refunded`, or `expired`; empty: all.
    Q_PROPERTY(QString status MEMBER m_status NOTIFY filterChanged)
    /// Limits the list to orders of one plan; empty: all plans and apps.
    Q_PROPERTY(QString retentionId MEMBER m_retentionId NOTIFY filterChanged)
    /// Limits the list to orders of the last `days` days; 0: no limit.
    Q_PROPERTY(int days MEMBER m_days NOTIFY filterChanged)

public:
    explicit OrderDeskModel(QObject *parent = nullptr);

Q_SIGNALS:
    void filterChanged();

protected:
    ApiRequest listRequest() const override;

private:
    QString m_status;
    QString m_retentionId;
    int m_days = 0;
};
