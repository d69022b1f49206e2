// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemode.h"
#include "server/core/db/database.h"

/// A device and the mode that it is watched for.
class WatchedDevice
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(qint64 version MEMBER version)
    Q_PROPERTY(QJsonObject conditions MEMBER conditions)
    Q_PROPERTY(QJsonObject actions MEMBER actions)
    Q_PROPERTY(Schedule schedule MEMBER schedule)
    Q_PROPERTY(QString timeZone MEMBER timeZone)
    Q_PROPERTY(DeviceMode::CooldownPer cooldownPer MEMBER cooldownPer)
    Q_PROPERTY(qint64 maxPerHour MEMBER maxPerHour)
    Q_PROPERTY(std::chrono::milliseconds minDuration MEMBER minDuration)
    Q_PROPERTY(std::chrono::milliseconds mergeGap MEMBER mergeGap)
    Q_PROPERTY(std::chrono::milliseconds cooldown MEMBER cooldown)
    Q_PROPERTY(std::chrono::milliseconds maxDuration MEMBER maxDuration)

public:
    DeviceId deviceId;
    DeviceModeId devicemodeId;
    qint64 version = 0;
    QJsonObject conditions;
    QJsonObject actions;
    Schedule schedule;
    QString timeZone; ///< the account's, by its IANA name
    DeviceMode::CooldownPer cooldownPer = DeviceMode::CooldownPer::Mode;
    qint64 maxPerHour = 0;
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
    /// The system's, and those of the account's that have made marks of devices which this user may look at; of the
    /// latter not what they do.
    QList<DeviceMode> namesSeenBy(UserId viewer, AccountId account);
    /// Every device that is not in the bin, with what it is watched for: its own mode, else its group's, else the
    /// system's Motion.
    QList<WatchedDevice> watched();

    std::optional<DeviceMode> find(DeviceModeId mode);
    /// As it was; also of a mode that is gone.
    std::optional<DeviceMode> version(DeviceModeId mode, qint64 version);
    /// The newest first.
    QList<DeviceMode> versions(DeviceModeId mode);
    /// Each keeps the version that it writes.
    void insert(const DeviceMode &mode);
    void update(const DeviceMode &mode);
    void remove(DeviceModeId mode);

    /// Who has it, in the bin or not.
    QStringList devicesWith(DeviceModeId mode);
    QStringList groupsWith(DeviceModeId mode);
    /// Locks them.
    void lockUsers(DeviceModeId mode);
    void replace(DeviceModeId mode, DeviceModeId by);
    /// Those of the account that name the zone.
    QStringList modesNaming(AccountId account, ZoneId zone);

private:
    void keepVersion(DeviceModeId mode);

    Database &m_database;
};
