// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// One order with its history and the possible next steps.
class OrderModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString orderId READ orderId WRITE setOrderId NOTIFY orderIdChanged REQUIRED)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    /// In the currency's minor unit, such as cents.
    Q_PROPERTY(double amount READ amount NOTIFY changed)
    Q_PROPERTY(QString currency READ currency NOTIFY changed)
    Q_PROPERTY(QString period READ period NOTIFY changed)
    Q_PROPERTY(QDateTime expiresAt READ expiresAt NOTIFY changed)
    /// Maps with `status`, `at`, `by`, `actor`, `reason`, and `eventId`, oldest first.
    Q_PROPERTY(QVariantList history READ history NOTIFY changed)
    /// The statuses that an administrator can set next.
    Q_PROPERTY(QVariantList allowed READ allowed NOTIFY changed)

public:
    explicit OrderModel(QObject *parent = nullptr);

    QString orderId() const { return m_orderId; }
    void setOrderId(const QString &id);
    QString accountId() const { return text("accountId"); }
    QString title() const { return text("title"); }
    QString status() const { return text("status"); }
    double amount() const { return value("amount").toDouble(); }
    QString currency() const { return text("currency"); }
    QString period() const { return text("period"); }
    QDateTime expiresAt() const { return value("expiresAt").toDateTime(); }
    QVariantList history() const { return value("history").toList(); }
    QVariantList allowed() const { return value("allowed").toList(); }

    Q_INVOKABLE void step(const QString &status, const QString &reason);

Q_SIGNALS:
    void orderIdChanged();
    void stepped();

protected:
    QString path() const override;

private:
    QString m_orderId;
};
