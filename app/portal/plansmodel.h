// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The plans for sale. Roles: see RetentionPlan, and `inForce`: whether the account has the plan.
class PlansModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit PlansModel(QObject *parent = nullptr);

    /// Orders a plan for the account.
    Q_INVOKABLE void order(const QString &retentionId);

Q_SIGNALS:
    /// `checkoutUrl` is the payment page; empty if nothing is to be paid.
    void ordered(const QString &checkoutUrl);

protected:
    ApiRequest listRequest() const override;
    void decorate(QVariantMap &row) const override;
    void attached() override;
    void loaded(const QStringList &ids) override;

private:
    QString m_inForce;
};
