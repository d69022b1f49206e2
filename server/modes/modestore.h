// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devicemode.h"
#include "server/db/database.h"

/// The SQL of device modes.
class ModeStore
{
public:
    explicit ModeStore(Database &database)
        : m_database(database)
    {
    }

    /// The system's modes first, then the account's own.
    QList<DeviceMode> usableBy(AccountId account);
    /// What a device is watched for: its own mode, else its group's, else the system's Motion. Nothing for a device
    /// that is in the bin.
    std::optional<DeviceMode> ofDevice(DeviceId device);

private:
    Database &m_database;
};
