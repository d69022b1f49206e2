// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/analysissettings.h"
#include "models/insight/devicemode.h"
#include "server/core/db/conditions.h"
#include "server/core/db/database.h"

struct PageRequest;

/// What a device is watched for, without the texts of its mode and its zones.
class WatchedDevice
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(DeviceModeId devicemodeId MEMBER devicemodeId)
    Q_PROPERTY(qint64 version MEMBER version)
    Q_PROPERTY(QString timeZone MEMBER timeZone)
    Q_PROPERTY(AnalysisSettings::Objects objects MEMBER objects)
    Q_PROPERTY(qint64 zones MEMBER zones)
    Q_PROPERTY(qint64 zonesStamp MEMBER zonesStamp)

public:
    DeviceId deviceId;
    DeviceModeId devicemodeId;
    qint64 version = 0; ///< of the mode
    QString timeZone; ///< IANA name of the account's time zone
    AnalysisSettings::Objects objects = AnalysisSettings::Objects::ByMode;
    qint64 zones = 0; ///< number of zones
    qint64 zonesStamp = 0; ///< differs after each change of a zone

    friend bool operator==(const WatchedDevice &, const WatchedDevice &) = default;
};

/// The SQL of device modes.
class ModeStore
{
public:
    explicit ModeStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns the built-in mode Motion. It is the mode of devices if neither the device nor its group has a mode.
    static DeviceModeId fallback();

    /// Returns the condition, for list() and count(), of the modes that an account can use: the built-in modes and its
    /// own.
    static Conditions usableBy(AccountId account);
    /// Returns the condition of the built-in modes, and of the account's modes with marks of devices that are shared
    /// with the viewer.
    static Conditions seenBy(UserId viewer, AccountId account);
    /// Returns a page of modes, the built-in modes first.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<DeviceMode> list(Conditions conditions, const PageRequest &page);
    qint64 count(const Conditions &conditions);
    /// Returns the oldest mode of the account with a name.
    std::optional<DeviceMode> ownNamed(AccountId account, const QString &name);
    /// Returns whether a mode is among those that seenBy() describes.
    bool isSeenBy(UserId viewer, AccountId account, DeviceModeId mode);
    /// Returns the mode as the viewer of a shared device may see it. A mode that is not built-in has no conditions and
    /// actions then.
    static DeviceMode nameOf(DeviceMode mode);
    /// Returns each device that is not in the bin with the version of its effective mode: that of the device, that of
    /// its group, or the fallback. Reads no text that a user can make long, because it is called every few seconds.
    QList<WatchedDevice> watched();
    /// Returns the effective mode of a device.
    DeviceModeId ofDevice(DeviceId device);

    std::optional<DeviceMode> find(DeviceModeId mode);
    /// Returns a version of a mode, also of a deleted mode.
    std::optional<DeviceMode> version(DeviceModeId mode, qint64 version);
    /// Returns a page of the versions of a mode, newest first.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<DeviceMode> versions(DeviceModeId mode, const PageRequest &page);
    qint64 countVersions(DeviceModeId mode);
    /// countOf() returns the number of the account's modes, and versionsOf() of all their versions, including those of
    /// deleted modes.
    qint64 countOf(AccountId account);
    qint64 versionsOf(AccountId account);
    /// Removes the versions before `time` that no mark names, except the latest hundred of each mode.
    void removeUnusedVersions(const QDateTime &time);
    /// insert() and update() also store a copy of the version that they write.
    void insert(const DeviceMode &mode);
    void update(const DeviceMode &mode);
    void remove(DeviceModeId mode);

    /// devicesWith() and groupsWith() return the ids of the devices, including those in the bin, and of the groups with
    /// this mode.
    QStringList devicesWith(DeviceModeId mode);
    QStringList groupsWith(DeviceModeId mode);
    /// Locks the devices and groups with this mode.
    ///
    /// Transaction: the caller's.
    void lockUsers(DeviceModeId mode);
    /// Replaces a mode by another one in all devices and groups.
    void replace(DeviceModeId mode, DeviceModeId by);
    /// Returns the ids of the account's modes whose conditions name the zone, whatever the spelling of its ID.
    QStringList modesNaming(AccountId account, ZoneId zone);

private:
    void keepVersion(DeviceModeId mode);

    Database &m_database;
};
