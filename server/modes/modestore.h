// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/devicemode.h"
#include "server/db/database.h"

/// A device and the mode that it is watched for.
class WatchedDevice
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(qint64 version MEMBER version)
    Q_PROPERTY(QJsonObject conditions MEMBER conditions)
    Q_PROPERTY(std::chrono::milliseconds minDuration MEMBER minDuration)
    Q_PROPERTY(std::chrono::milliseconds mergeGap MEMBER mergeGap)
    Q_PROPERTY(std::chrono::milliseconds cooldown MEMBER cooldown)
    Q_PROPERTY(std::chrono::milliseconds maxDuration MEMBER maxDuration)

public:
    DeviceId deviceId;
    DeviceModeId devicemodeId;
    qint64 version = 0;
    QJsonObject conditions;
    std::chrono::milliseconds minDuration{};
    std::chrono::milliseconds mergeGap{};
    std::chrono::milliseconds cooldown{};
    std::chrono::milliseconds maxDuration{};
};

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
    /// Every device that is not in the bin, with what it is watched for: its own mode, else its group's, else the
    /// system's Motion.
    QList<WatchedDevice> watched();

private:
    Database &m_database;
};
