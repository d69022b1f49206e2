// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The plans for sale, for administrators. Roles: see RetentionPlan.
class PlanDeskModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit PlanDeskModel(QObject *parent = nullptr);

    /// `values` contains `name`, `description`, `days`, `storageBytes`, `devices`, `price` {`amount`, `currency`}, and
    /// `period`.
    Q_INVOKABLE void add(const QVariantMap &values);
    /// Stops selling a plan. Customers who have the plan keep it.
    Q_INVOKABLE void withdraw(const QString &retentionId);

Q_SIGNALS:
    void added();

protected:
    ApiRequest listRequest() const override;
};
