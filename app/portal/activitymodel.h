// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The audit log of an account, newest first. Roles: see AuditEntry.
class ActivityModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Empty: the signed-in user's account.
    Q_PROPERTY(QString accountId MEMBER m_accountId WRITE setAccountId NOTIFY accountIdChanged)
    /// Limits the list to one action, such as `sign_in`; empty: all.
    Q_PROPERTY(QString action MEMBER m_action WRITE setAction NOTIFY actionChanged)

public:
    explicit ActivityModel(QObject *parent = nullptr);

    void setAccountId(const QString &id);
    void setAction(const QString &action);

Q_SIGNALS:
    void accountIdChanged();
    void actionChanged();

protected:
    ApiRequest listRequest() const override;

private:
    QString m_accountId;
    QString m_action;
};
