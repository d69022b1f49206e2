// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// A list below the path of the signed-in account.
class AccountListModel : public ListModel
{
    Q_OBJECT
    QML_ANONYMOUS

protected:
    using ListModel::ListModel;

    void attached() override;
    /// Returns `/accounts/<id>/<what>`.
    QString accountPath(const QString &what) const;
};

/// The user's sessions. Roles: see SignIn.
class SignInsModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SignInsModel(QObject *parent = nullptr);
    Q_INVOKABLE void end(const QString &sessionId);
    /// Ends all sessions but this one, and all sign-ins in browsers.
    Q_INVOKABLE void endOthers();

Q_SIGNALS:
    void othersEnded();

protected:
    ApiRequest listRequest() const override;
};

/// The apps that have access to the user's account. Roles: see Consent.
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

/// The sign-in providers linked to the user. Roles: see Identity.
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

/// The user's security keys and passkeys. Roles: see SecurityKey.
class SecurityKeysModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SecurityKeysModel(QObject *parent = nullptr);
    Q_INVOKABLE void rename(const QString &keyId, const QString &name);
    /// Removes a key, which signs the user out everywhere else.
    Q_INVOKABLE void remove(const QString &keyId, const QString &password, const QString &code);

Q_SIGNALS:
    void renamed();
    void removed();

protected:
    ApiRequest listRequest() const override;
};

/// The grants that let support staff see the account's pictures, newest first. Roles: see SupportGrant.
class SupportAccessModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SupportAccessModel(QObject *parent = nullptr);

    Q_INVOKABLE void grant(int hours, const QString &reason);
    /// Ends the current grant immediately.
    Q_INVOKABLE void end();

protected:
    ApiRequest listRequest() const override;
};
