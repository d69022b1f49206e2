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
    /// The sessions that were used last.
    Q_PROPERTY(QVariantList signedIn READ signedIn NOTIFY changed)
    /// The active plan; empty: none.
    Q_PROPERTY(QVariantMap plan READ plan NOTIFY changed)
    /// When the account will be deleted; invalid: it will not.
    Q_PROPERTY(QDateTime deleteAt READ deleteAt NOTIFY changed)
    /// The start of the access to pictures; invalid: no access.
    Q_PROPERTY(QDateTime accessSince READ accessSince NOTIFY changed)
    /// The number of looks under the present access.
    Q_PROPERTY(int accessUses READ accessUses NOTIFY changed)
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
    QVariantList signedIn() const { return value("signedIn").toList(); }
    QVariantMap plan() const;
    QDateTime deleteAt() const;
    QDateTime accessSince() const;
    int accessUses() const { return value("supportAccess").toMap().value(QStringLiteral("uses")).toInt(); }
    QDateTime accessUntil() const;

    /// For administrators. `status` is `active` or `inactive`.
    Q_INVOKABLE void setStatus(const QString &status, const QString &reason);
    /// For administrators.
    Q_INVOKABLE void cancelDeletion();
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
