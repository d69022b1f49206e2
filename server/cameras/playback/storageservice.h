// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicestorage.h"
#include "server/core/db/database.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class DeviceService;

/// Counts the bytes that the data of a device occupies.
class StorageService
{
public:
    StorageService(Database &database, DeviceService &devices)
        : m_database(database)
        , m_devices(devices)
    {
    }

    /// Throws: 404 unless the device belongs to the caller's account.
    DeviceStorage storage(const Caller &caller, DeviceId device);

private:
    Database &m_database;
    DeviceService &m_devices;
};

RouteTable storageRoutes(StorageService &storage);
