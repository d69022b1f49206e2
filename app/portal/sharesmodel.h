// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/accountlists.h"

/// The shares of one camera or group. Roles: see Share.
class SharesModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The id of a device or a group; empty: nothing is loaded.
    Q_PROPERTY(QString object READ object WRITE setObject NOTIFY objectChanged)

public:
    explicit SharesModel(QObject *parent = nullptr);

    QString object() const { return m_object; }
    void setObject(const QString &id);

    /// Shares the object for `hours` hours from now; 0: until revoked.
    Q_INVOKABLE void give(const QString &user, int hours);
    /// Revokes a share.
    Q_INVOKABLE void take(const QString &user);

Q_SIGNALS:
    void objectChanged();
    void given();

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    bool isGroup() const;
    QString idName() const;
    QString sharePath() const;

    QString m_object;
};
