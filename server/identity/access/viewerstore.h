// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "server/core/db/database.h"

/// What is shared with a user, and with whom a device is: the SQL over the views `device_viewer` and `group_viewer`,
/// which alone say what a share means. Nothing in the bin is found by it. Ask Visibility, which knows of the other ways
/// to see something as well.
class ViewerStore
{
public:
    explicit ViewerStore(Database &database)
        : m_database(database)
    {
    }

    bool isViewer(UserId user, DeviceId device);
    bool isViewer(UserId user, DeviceGroupId group);
    /// Of anything of the account's.
    bool isViewerOf(UserId user, AccountId account);

    /// With who shares it and until when, and with all that only its owner may see.
    QList<Device> devices(UserId user);
    QList<DeviceGroup> groups(UserId user);
    /// Who shares it with the user, and until when: filled in. Not at all where nobody does.
    void fillShare(UserId user, Device &device);

    QList<UserId> viewers(DeviceId device);
    /// The user with that id or address; none where there is nobody.
    QList<UserId> named(const QString &person);

    /// A subselect of the devices that a user views; values(user) are its values.
    static constexpr char devicesSql[] =
        "SELECT v.device_id FROM device_viewer v WHERE v.user_id = ? AND (v.until IS NULL OR v.until > ?)";
    static QVariantList values(UserId user);

private:
    Database &m_database;
};
