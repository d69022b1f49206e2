// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recorder/recordingkeeper.h"
#include "tests/server/core/db/databasefixture.h"

/// Cameras with ten recordings of 1000 bytes each, one for each day. The last one ended an hour ago.
struct RecordedCameras
{
    explicit RecordedCameras(const QString &engine);
    /// Adds an account, to which later cameras and plans belong.
    void addAccount();
    DeviceId addCamera();
    void record(DeviceId camera) { record(camera, storage, 0); }
    /// Adds recordings that are older by some days than those of addCamera().
    void record(DeviceId camera, const RecordingStorage &where, int daysBefore);
    void keep(const RecordingBudget &budget) { keep(fixture.database, storage, budget); }
    /// Applies the limits as the server does that has this storage.
    void keep(Database &database, const RecordingStorage &where, const RecordingBudget &budget) const;
    /// Puts a plan in force.
    void buy(qint64 days, qint64 bytes);
    /// Holds a second of the recording that was made some days ago.
    void hold(DeviceId camera, int daysAgo, const QDateTime &until = {});
    static qsizetype filesOf(DeviceId camera, const RecordingStorage &where);
    qsizetype filesOf(DeviceId camera) const { return filesOf(camera, storage); }
    qint64 rowsOf(DeviceId camera)
    {
        return fixture.database.value("SELECT count(*) FROM recording WHERE device_id = ?", camera).toLongLong();
    }
    qint64 rowsOf(const RecordingStorage &where)
    {
        return fixture.database.value("SELECT count(*) FROM recording WHERE storage_id = ?", where.id).toLongLong();
    }
    qint64 erasures() { return fixture.database.value("SELECT count(*) FROM recording_erasure").toLongLong(); }

    DatabaseFixture fixture;
    QTemporaryDir folder;
    RecordingStorage storage;
    AccountId account;
    std::atomic_bool stopping = false;

    static constexpr RecordingBudget ample{.days = 0, .bytes = 1 << 30};
};
