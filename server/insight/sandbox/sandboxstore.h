// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/sandbox.h"
#include "server/cameras/scenes/scenescript.h"
#include "server/core/db/database.h"

/// A sandbox camera without a trial.
class EndedSandbox
{
    Q_GADGET
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(AccountId accountId MEMBER accountId)

public:
    DeviceId deviceId;
    AccountId accountId;
};

/// The SQL of sandbox cameras. Cameras in the bin are not returned.
class SandboxStore
{
public:
    explicit SandboxStore(Database &database)
        : m_database(database)
    {
    }

    /// Makes a device a sandbox camera.
    void insert(DeviceId device, AppId app);
    std::optional<SandboxCamera> find(AccountId account, DeviceId device);
    /// Returns the script of a sandbox camera.
    std::optional<SceneScript> script(DeviceId device);
    /// Returns the cameras of an account, oldest first. A null app stands for all apps.
    QList<SandboxCamera> list(AccountId account, AppId app);
    qint64 countOf(AccountId account);

    /// Returns cameras whose app is deleted or whose trial has ended, and locks their devices.
    ///
    /// Transaction: the caller's.
    QList<EndedSandbox> endedForUpdate(const QDateTime &now, int limit);
    /// Moves a device to the bin, from which it is deleted at once. Its holds end, as they would keep it there.
    void discard(DeviceId device, const QDateTime &now);
    /// Moves marks of sandbox cameras that started before `time` to the bin, from which they are deleted at once.
    /// Returns their number.
    qint64 discardMarks(const QDateTime &time, const QDateTime &now, int limit);

private:
    Database &m_database;
};
