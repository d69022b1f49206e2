// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// An account as support staff see it: without secrets and pictures.
class SupportAccountModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString accountId READ accountId WRITE setAccountId NOTIFY accountIdChanged REQUIRED)
    Q_PROPERTY(QVariantMap account READ account NOTIFY changed)
    Q_PROPERTY(QVariantList apps READ apps NOTIFY changed)
    Q_PROPERTY(QVariantList devices READ devices NOTIFY changed)
    /// The latest orders, without their history.
    Q_PROPERTY(QVariantList orders READ orders NOTIFY changed)
    Q_PROPERTY(int sessions READ sessions NOTIFY changed)
    /// The end of the access to pictures; invalid: no access.
    Q_PROPERTY(QDateTime accessUntil READ accessUntil NOTIFY changed)

public:
    explicit SupportAccountModel(QObject *parent = nullptr);

    QString accountId() const { return m_accountId; }
    void setAccountId(const QString &id);
    QVariantMap account() const { return value("account").toMap(); }
    QVariantList apps() const { return value("apps").toList(); }
    QVariantList devices() const { return value("devices").toList(); }
    QVariantList orders() const { return value("orders").toList(); }
    int sessions() const { return value("sessions").toInt(); }
    QDateTime accessUntil() const;

    /// For administrators. `status` is `active` or `inactive`.
    Q_INVOKABLE void setStatus(const QString &status, const QString &reason);
    /// For administrators. `role` is `member`, `developer`, `support`, or `admin`.
    Q_INVOKABLE void setRole(const QString &userId, const QString &role);

Q_SIGNALS:
    void accountIdChanged();
    void saved();

protected:
    QString path() const override;

private:
    void saveBy(const ApiRequest &request);

    QString m_accountId;
};
