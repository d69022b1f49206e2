// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/accountlists.h"

/// The account's device groups. Roles: see DeviceGroup.
class GroupsModel : public AccountListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit GroupsModel(QObject *parent = nullptr);

    /// `devicemodeId` is the rule of the group's cameras; empty: the default rule.
    Q_INVOKABLE void add(const QString &name, const QString &devicemodeId);
    Q_INVOKABLE void change(const QString &devgroupId, const QString &name, const QString &devicemodeId);
    /// Deletes the group. Its cameras are kept.
    Q_INVOKABLE void remove(const QString &devgroupId);
    /// Moves a camera into a group. An empty `devgroupId` removes the camera from its group.
    Q_INVOKABLE void moveCamera(const QString &deviceId, const QString &devgroupId);

Q_SIGNALS:
    void saved();

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    void save(const ApiRequest &request);
    QString pathOf(const QString &devgroupId) const;
};
