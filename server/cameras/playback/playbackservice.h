// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/playback/recordedspan.h"
#include "server/cameras/playback/runningclips.h"
#include "server/cameras/recording/sheetfolder.h"
#include "server/cameras/streams/spanlinks.h"
#include "server/core/cluster/serverstore.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class DeviceService;
class Peers;

/// Replies with what was recorded, under the same rules as live streams: to the account, to users with a share, to
/// support staff while the account grants access, and to signed URLs of the span.
///
/// Throws: all functions throw 404 `not_recorded` if nothing was recorded then, 503 `server_unreachable` if the server
/// that has the files cannot be reached, and like require().
///
/// Thread: the file pool, because the functions read files; any for those that begin with `require` or `end`.
class PlaybackService
{
public:
    PlaybackService(Database &database, DeviceService &devices, const Links &links, Peers &peers, QString folder,
                    StoredMedia *stored, RunningClips &clips);

    /// Returns where recordings are read: from a media store, that takes a while.
    Runs reading() const { return m_reading; }

    /// Requires that the caller, or the signed URL of `request`, may watch this span of the device.
    ///
    /// Throws: 403 `link_invalid` unless the signature is valid; like DeviceService::watchable().
    void require(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span) const;
    /// Requires that a segment still consists of fragments that the index lists. Reads no file.
    ///
    /// Throws: 404.
    void requireListed(DeviceId device, RecordingId recording, const QString &name, const WatchedSpan &span);
    /// Ends the running clips of this process that show something of the device that was deleted since they began.
    void endRemoved(DeviceId device);

    Reply playlist(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span);
    /// Returns a segment, or the initialization section `init.mp4`, of a file that overlaps the span.
    Reply segment(const Caller &caller, const Request &request, DeviceId device, RecordingId recording,
                  const QString &name, const WatchedSpan &span);
    Reply clip(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span);
    /// `span` contains `at`. For a signed URL, it is the signed span.
    Reply frame(const Caller &caller, const Request &request, DeviceId device, const QDateTime &at,
                const WatchedSpan &span);

    /// Returns pictures of the span at even times, as one JPEG. It is made once, and kept with the recording.
    Reply sheet(const Caller &caller, const Request &request, DeviceId device, const WatchedSpan &span,
                const SheetFolder::Sheet &sheet);

    // What other servers ask for, and what the functions above reply if this server has the files.

    Reply segmentHere(const Request &request, DeviceId device, RecordingId recording, const QString &name);
    Reply clipHere(const Request &request, DeviceId device, const WatchedSpan &span);
    Reply frameHere(DeviceId device, const QDateTime &at);
    Reply sheetHere(DeviceId device, const WatchedSpan &span, SheetFolder::Sheet sheet);

private:
    RecordedFile fileOf(DeviceId device, RecordingId recording);
    QList<RecordedPart> recorded(DeviceId device, const WatchedSpan &span);

    DeviceService &m_devices;
    const SpanLinks m_links;
    Peers &m_peers;
    ServerStore m_servers;
    RecordedSpan m_recordings;
    SpanStore m_spans;
    RunningClips &m_clips;
    const Runs m_reading;
};

RouteTable playbackRoutes(PlaybackService &playback);
/// Returns the routes by which other servers fetch recordings from this server.
RouteTable playbackPeerRoutes(const Peers &peers, PlaybackService &playback);
