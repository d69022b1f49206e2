// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The plans that are for sale. Roles: see RetentionPlan, and `inForce`: whether it is the account's own.
class PlansModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit PlansModel(QObject *parent = nullptr);

    /// Opens an order for the account.
    Q_INVOKABLE void order(const QString &retentionId);

Q_SIGNALS:
    /// Where it is paid; empty: it cost nothing.
    void ordered(const QString &checkoutUrl);

protected:
    ApiRequest listRequest() const override;
    void decorate(QVariantMap &row) const override;
    void attached() override;
    void loaded(const QStringList &ids) override;

private:
    QString m_inForce;
};
