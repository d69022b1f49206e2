// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/core/jobs/job.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

#include <chrono>

class EventStore;
class MediaHub;
struct ClipResult;

/// Makes the clips of marks once their time is recorded.
class ClipMaker
{
public:
    /// The key is the mark's ID. While the disk is full, nothing is recorded, so the ring keeps its pictures. Once
    /// there is room, it drops them after a minute. Pauses are shorter than that.
    static constexpr JobKind job{
        .name = QLatin1StringView("clip"), .lane = Job::Lane::Media, .longestPause = std::chrono::seconds(20)};

    /// `started` is the time at which this server started. A clip that was due earlier was cut by the restart: the ring
    /// has all that there will be of it, and the next recording pushes that out. That does not hold for rings on a
    /// shared folder, where another server may go on recording.
    ClipMaker(Database &database, EventStore &events, MediaHub &media, const MarkFiles &files,
              const QDateTime &started);

    /// Plans the clip of a mark that is being closed, until some time after its end. The caller stores the mark.
    /// `server` names the server whose ring has the recording. Transaction: the caller's.
    static void want(Database &database, DeviceMark &mark, std::chrono::seconds postRoll, const QString &server);

    /// Makes the clip, and blocks while the file is written. Returns the time for another try if the recording may
    /// still come, and nothing once the clip is made or no longer wanted.
    ///
    /// Throws: StorageError while the disk refuses the file. The clip remains pending.
    std::optional<QDateTime> make(DeviceMarkId mark);
    /// Marks the clip as failed for a reason.
    void giveUp(DeviceMarkId mark, const QString &reason);

private:
    bool isReadyToMake(const DeviceMark &mark) const;
    /// Does nothing if the clip is no longer pending. Returns whether the mark still exists.
    bool record(DeviceMarkId mark, const ClipResult &result);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    MediaHub &m_media;
    const MarkFiles &m_files;
    const QDateTime m_started;
};
