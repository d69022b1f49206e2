// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The plans that are for sale, for administrators. Roles: see RetentionPlan.
class PlanDeskModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit PlanDeskModel(QObject *parent = nullptr);

    /// `name`, `description`, `days`, `storageBytes`, `devices`, `price` {`amount`, `currency`}, `period`.
    Q_INVOKABLE void add(const QVariantMap &values);
    /// From sale: who has it keeps it.
    Q_INVOKABLE void withdraw(const QString &retentionId);

Q_SIGNALS:
    void added();

protected:
    ApiRequest listRequest() const override;
};
