// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/newdevice.h"

#include <functional>
#include <optional>

/// A change of a device by a client.
struct DeviceChange
{
    std::function<void(NewDevice &)> apply;
    bool setsUsername = false; ///< the client sent this field, possibly empty
    bool setsPassword = false;
};

/// The credentials of a camera after a change.
struct CameraCredentials
{
    QString username;
    std::optional<QString> password; ///< nothing: the stored password stays

    /// Returns the credentials of a new device. Fields of their own have precedence over credentials in the URL.
    static CameraCredentials of(const NewDevice &wanted);
    /// Returns the credentials after a change.
    ///
    /// Credentials in a URL replace the user name and the password, unless the client sent a field for either. A stored
    /// password is for one camera: it is dropped if the URL leads to another host or port, or gives up TLS. Otherwise
    /// anybody who may change the device, but not read its password, could have it sent to a host of their own.
    static CameraCredentials after(const Device &before, const NewDevice &wanted, const DeviceChange &change);
};
