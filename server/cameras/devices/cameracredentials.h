// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/newdevice.h"

#include <functional>
#include <optional>

/// A client's change of a device.
struct DeviceChange
{
    std::function<void(NewDevice &)> apply; ///< sets the fields that the client sent
    bool setsUsername = false; ///< the client sent a user name, which may be empty
    bool setsPassword = false; ///< the client sent a password, which may be empty
};

/// The credentials of a camera after a change.
struct CameraCredentials
{
    QString username;
    std::optional<QString> password; ///< nothing: the stored password remains

    /// Returns the credentials of a new device. The fields `username` and `password` have precedence over credentials
    /// in the URL.
    static CameraCredentials of(const NewDevice &wanted);
    /// Returns the credentials after a change.
    ///
    /// Credentials in a new URL replace the user name and the password, unless the client sent a field for either. The
    /// stored password is dropped if the new URL has another host or port, or replaces TLS with an unencrypted
    /// connection. Otherwise, users who may change the device but not read its password could direct the password to a
    /// host of their own.
    static CameraCredentials after(const Device &before, const NewDevice &wanted, const DeviceChange &change);
};
