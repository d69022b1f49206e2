// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/framesink.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/ringfile.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

class LiveEdge;
class PacketFeed;
class QIODevice;

/// The latest picture of a camera.
struct Preview
{
    QByteArray jpeg; ///< in the camera's own size, upright, in square pixels
    QDateTime time; ///< UTC
};

/// A span of time in UTC. `to` is exclusive.
struct TimeSpan
{
    QDateTime from;
    QDateTime to;
};

/// The outcome of making a clip.
struct ClipResult
{
    enum class State {
        Ready, ///< the file contains the requested time
        Partial, ///< the file lacks a part of the requested time: see `gaps` and `reason`
        Failed, ///< no file
    };
    State state = State::Failed;
    QString reason; ///< a text for users; empty when ready
    QDateTime from; ///< time of the first picture, a key frame, which may be earlier than requested
    QDateTime to; ///< end of the last picture
    qint64 bytes = 0;
    QList<TimeSpan> gaps; ///< parts of the requested time that are missing; the file's timeline skips them
};

/// Reads all cameras of this process. Each connected camera is read on a thread of its own, and its last minute is kept
/// on disk as fragmented MP4. The hub provides live streams, pictures, and clips.
///
/// Thread: any. Functions do not wait for a camera, except where their documentation says so.
class MediaHub : public QObject
{
    Q_OBJECT

public:
    explicit MediaHub(MediaSettings settings, FrameSinkFactory makeSink = {}, QObject *parent = nullptr);
    /// Calls stop().
    ~MediaHub() override;

    /// Reads a camera until close(). A camera that is already open is closed first if the source differs. It is not
    /// opened while it is still being closed: call open() again after closed().
    void open(const CameraSource &source);
    /// Ends the live streams and the connection of a camera. Does not wait for the disk, which takes what is recorded
    /// until then. The recording remains on disk. Returns true if closed() will be emitted for the camera, and false if
    /// the camera is neither open nor being closed.
    bool close(DeviceId device);
    /// Closes a camera that is permanently deleted, and then removes its rings, including those of other servers in a
    /// shared media folder. Emits closed() afterwards.
    void forget(DeviceId device);
    /// Closes all cameras. Later calls of open() have no effect. Blocks until the disk has taken what is recorded, and
    /// logs that it waits.
    void stop();

    /// Returns the live playlist (RFC 8216, version 7, fMP4), or an empty array while there are no segments of the last
    /// minute: players continue when the camera has restarted, and do not take an old recording for live pictures. Each
    /// URI is followed by `?<suffix>`, unless the suffix is empty.
    ///
    /// If servers share the media folder, the playlist begins with the segments that another server has just recorded,
    /// until this server has recorded enough. segmentPlace() and snapshot() use those segments too, so that a player
    /// can continue when another server takes its camera over. The three functions read the disk then.
    QByteArray livePlaylist(DeviceId device, const QByteArray &suffix) const;
    /// Returns a function that returns livePlaylist() at the time of its call, and does not read the disk: what other
    /// servers have recorded is read here. The hub must outlive the function.
    std::function<QByteArray()> laterPlaylist(DeviceId device, const QByteArray &suffix) const;
    /// Returns what holds the requests of players that wait for the next part of a camera, or null if this process does
    /// not read it.
    std::shared_ptr<LiveEdge> edge(DeviceId device) const;
    /// Returns what viewers can get of a camera at present: NotReady if it is not open.
    LiveStanding standing(DeviceId device) const;
    /// Returns true unless the disk refuses the segments of any camera.
    bool isKeeping() const
    {
        const auto isKept = [this](DeviceId device) { return standing(device) != LiveStanding::NotKept; };
        return std::ranges::all_of(cameras(), isKept);
    }
    /// What waits for the disk, and how often it was too slow.
    struct Backlog
    {
        qint64 bytes = 0;
        qint64 sheds = 0; ///< since the camera was opened
    };
    Backlog backlogOf(DeviceId device) const;
    /// Returns the place of a segment, of a part, or of an initialization section that a playlist lists. Returns
    /// nothing for any other name.
    std::optional<FilePart> segmentPlace(DeviceId device, QStringView name) const;

    /// Returns the latest picture, or nothing before the first key frame. Blocks for some milliseconds, because it
    /// encodes the picture, and for longer if the key frames are far apart, because it decodes those after the last.
    std::optional<Preview> snapshot(DeviceId device) const;
    /// Returns a sequential device with the pictures as they arrive, as `multipart/x-mixed-replace; boundary=frame`.
    /// Returns null while no pictures arrive. The caller moves the device to the thread that reads it. A slow reader
    /// skips pictures and continues with the newest. The device emits readChannelFinished() and closes when the camera
    /// is closed here, and when no more pictures arrive.
    std::shared_ptr<QIODevice> mjpeg(DeviceId device);
    /// Returns the packets of a camera as the camera has coded them, or null if this process does not read it.
    std::shared_ptr<PacketFeed> packets(DeviceId device) const;

    /// Writes the recording from `from` to `to` into one MP4 file, with the index at its start. The segments come from
    /// the ring of the camera, which need not be open, and from the rings of other servers that share the media folder.
    /// Blocks until the file is complete. The file appears at `path` only then. The function does not wait for future
    /// segments; see coveredUntil().
    ///
    /// Throws: StorageError if there are segments and the disk is full or faulty. A later attempt may succeed.
    ClipResult makeClip(DeviceId device, const QDateTime &from, const QDateTime &to, const QString &path) const;
    /// Returns the end of the newest segment in these rings, or nothing if there is none. A clip cannot contain later
    /// pictures yet.
    std::optional<QDateTime> coveredUntil(DeviceId device) const;
    /// Returns the time of the newest key frame that begins a segment of a camera which this process reads. A clip can
    /// begin exactly there. Returns nothing while nothing is recorded.
    std::optional<QDateTime> newestKey(DeviceId device) const;
    /// Returns true if this process reads the camera.
    bool isOpen(DeviceId device) const;
    /// Returns the cameras that this process reads, and those that are being closed and still write their rings.
    QList<DeviceId> cameras() const;
    /// Returns SegmentRing::files() of a camera of cameras(), or an empty list if it is none of these.
    QList<RingFile> recordedFiles(DeviceId device) const;
    /// Ends the ring of a camera after a file, of which parts are to be erased. `pictures`: forgets the pictures of the
    /// file as well.
    void leave(DeviceId device, RecordingId file, bool pictures) const;
    /// Calls SegmentRing::decide() for a file of a camera of cameras().
    void decide(DeviceId device, RecordingId file, RingFile::Fate fate);
    /// Sets SegmentRing::Settings::fileLength of a camera that is open.
    void setFileLength(DeviceId device, std::chrono::milliseconds length);
    /// Returns true if other servers share the media folder.
    bool isShared() const;

Q_SIGNALS:
    // These signals are emitted on a thread of the camera. Connect them to a QObject, so that the call is queued.

    /// Emitted when the state or the reason has changed. `reason` is a text for users without credentials; it is empty
    /// if the camera is online. `since` is the time of the change in UTC.
    void stateChanged(DeviceId device, CameraState state, const QString &reason, const QDateTime &since);
    /// Emitted when a stream was opened, and when its attributes have changed.
    void attributesProbed(DeviceId device, const StreamAttributes &attributes);
    /// Emitted for each initialization section, with the numbers that come next.
    void numbered(DeviceId device, const SegmentNumbers &next);
    /// Emitted once a camera has been closed, and writes its ring no longer.
    void closed(DeviceId device);

private:
    class Private;
    std::unique_ptr<Private> d;
};
