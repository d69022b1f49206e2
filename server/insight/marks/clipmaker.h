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

/// Makes the clips of marks once the recording contains their time.
class ClipMaker
{
public:
    /// The key is the mark's ID. The longest pause is shorter than a minute, because a ring drops its oldest segments
    /// within a minute once a full disk has room again. While the disk is full, the ring keeps all segments.
    static constexpr JobKind job{
        .name = QLatin1StringView("clip"), .lane = Job::Lane::Media, .longestPause = std::chrono::seconds(20)};

    /// `started` is the time at which this server started. If a clip should have ended before that time, the ring has
    /// everything that was recorded of it, so the clip is made at once, before new segments replace the old ones. This
    /// does not apply to a shared media folder, because another server may have continued the recording.
    ClipMaker(Database &database, EventStore &events, MediaHub &media, const MarkFiles &files,
              const QDateTime &started);

    /// Plans the clip of a mark that is being closed. The clip ends `postRoll` after the end of the mark. The caller
    /// stores the mark. `server` is the ID of the media folder whose ring has the recording.
    ///
    /// Transaction: the caller's.
    static void want(Database &database, DeviceMark &mark, std::chrono::milliseconds postRoll, const QString &server);

    /// Makes the clip, and blocks while the file is written. Returns the time of the next attempt if a part of the
    /// recording may still come. Returns nothing if the clip is made, or is no longer pending.
    ///
    /// Throws: StorageError if the disk refuses the file. The clip remains pending.
    std::optional<QDateTime> make(DeviceMarkId mark);
    /// Records that the clip has failed, with a reason for users.
    void giveUp(DeviceMarkId mark, const QString &reason);

private:
    bool isReadyToMake(const DeviceMark &mark) const;
    /// Records the result, if the clip is still pending. Returns false if the mark no longer exists.
    bool record(DeviceMarkId mark, const ClipResult &result);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    MediaHub &m_media;
    const MarkFiles &m_files;
    const QDateTime m_started;
};
