// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// What belongs to the signed-in account: the path begins with it.
class AccountListModel : public ListModel
{
    Q_OBJECT
    QML_ANONYMOUS

protected:
    using ListModel::ListModel;

    void attached() override;
    /// `/accounts/<id>/<what>`
    QString accountPath(const QString &what) const;
};

/// Where the user is signed in. Roles: see SignIn.
class SignInsModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SignInsModel(QObject *parent = nullptr);
    Q_INVOKABLE void end(const QString &sessionId);

protected:
    ApiRequest listRequest() const override;
};

/// What the user has let apps do. Roles: see Consent.
class ConsentsModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ConsentsModel(QObject *parent = nullptr);
    Q_INVOKABLE void withdraw(const QString &appId);

protected:
    ApiRequest listRequest() const override;
};

/// Who else vouches for the user. Roles: see Identity.
class IdentitiesModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit IdentitiesModel(QObject *parent = nullptr);
    Q_INVOKABLE void unlink(const QString &provider);

protected:
    ApiRequest listRequest() const override;
};
