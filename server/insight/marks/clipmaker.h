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

/// Makes the clips of marks once what they want is recorded.
class ClipMaker
{
public:
    /// The mark's id is the key.
    static constexpr JobKind job{.name = QLatin1StringView("clip"), .lane = Job::Lane::Media};

    /// `started` is when this server did. What was due before then was cut by a restart: what the ring has of it is all
    /// there will be, and is pushed out by the next recording.
    ClipMaker(Database &database, EventStore &events, MediaHub &media, const MarkFiles &files,
              const QDateTime &started);

    /// Inside a transaction, for a mark that is being closed: plans its clip, to so long after its end. The caller
    /// stores the mark. `server` is the one whose ring has the recording.
    static void want(Database &database, DeviceMark &mark, std::chrono::seconds postRoll, const QString &server);

    /// Makes the clip. Returns when to try again, where the recording may still come; nothing once it is made, or is
    /// wanted no more. Blocks while the file is written.
    ///
    /// Throws: std::runtime_error when the file cannot be written.
    std::optional<QDateTime> make(DeviceMarkId mark);
    /// Marks the clip as failed, for this reason.
    void giveUp(DeviceMarkId mark, const QString &reason);

private:
    bool isReadyToMake(const DeviceMark &mark) const;
    /// Returns whether the mark is still there.
    bool record(DeviceMarkId mark, const ClipResult &result);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    MediaHub &m_media;
    const MarkFiles &m_files;
    const QDateTime m_started;
};
