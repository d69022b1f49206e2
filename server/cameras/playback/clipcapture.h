// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"
#include "server/identity/access/caps.h"

class MediaHub;
struct ClipResult;

/// Makes the files of captured videos once the recording contains their time. It runs at the server that has the
/// recording, and again after a crash.
class ClipCapture
{
public:
    /// The key is the ID of the video, and the payload its end in milliseconds since the epoch.
    static constexpr JobKind job{
        .name = QLatin1StringView("capture"), .lane = Job::Lane::Media, .longestPause = std::chrono::seconds(20)};

    /// `started` is the time at which this server started. What should have been captured before has its recording, or
    /// will never have it.
    ClipCapture(Database &database, const EventOutlet &outlet, MediaHub &media, ArchiveFiles files, const Caps &caps,
                const QDateTime &started)
        : m_database(database)
        , m_store(database)
        , m_events(database, outlet)
        , m_media(media)
        , m_files(std::move(files))
        , m_caps(caps)
        , m_started(started)
    {
    }

    /// Makes the file, and blocks while it is written. Returns the time of the next attempt if a part of the recording
    /// may still come.
    ///
    /// Throws: StorageError if the disk refuses the file. The video remains pending.
    std::optional<QDateTime> make(DeviceDataId data, const QDateTime &end);
    void giveUp(DeviceDataId data, const QString &reason);

private:
    bool isRecorded(DeviceId device, const QDateTime &end) const;
    void describe(DeviceData &data, const ClipResult &made) const;
    /// Stores the outcome. A video for which the account has no room has failed. Returns whether the file stays: not if
    /// the video has failed or was deleted.
    bool record(DeviceData outcome);
    void requireRoom(DeviceData &outcome, const DeviceData &pending);

    Database &m_database;
    ArchiveStore m_store;
    EventStore m_events;
    MediaHub &m_media;
    const ArchiveFiles m_files;
    const Caps m_caps;
    const QDateTime m_started;
};

JobTable captureJobs(Database &database, const EventOutlet &outlet, MediaHub &media, const ArchiveFiles &files,
                     const Caps &caps, const QDateTime &started);
