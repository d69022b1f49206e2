// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/framesink.h"
#include "server/cameras/ingest/mediasettings.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>

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

/// All cameras: takes each in on a thread of its own while it is connected, keeps the last minute of it on disk as
/// fragmented MP4, and hands out live streams, pictures and clips. Every function may be called from every thread, and
/// none of them waits for a camera unless it says so.
class MediaHub : public QObject
{
    Q_OBJECT

public:
    explicit MediaHub(MediaSettings settings, FrameSinkFactory makeSink = {}, QObject *parent = nullptr);
    /// Calls stop().
    ~MediaHub() override;

    /// Reads a camera until close(). A camera that is already open is closed first if the source differs.
    void open(const CameraSource &source);
    /// Ends the live streams of a camera, and within a second its thread. The recording remains on disk.
    void close(DeviceId device);
    /// Closes a camera that is permanently deleted, and removes its rings, including those of other servers on a shared
    /// folder.
    void forget(DeviceId device);
    /// Closes all cameras. Later calls of open() have no effect.
    void stop();

    /// Returns the live playlist (RFC 8216, version 7, fMP4), or an empty array while there are no segments. `suffix`
    /// follows each URI as `?suffix`, unless it is empty. If servers share the media folder, the playlist begins with
    /// the segments that another server has just recorded, until this server has recorded enough. segmentPath() and
    /// snapshot() use them as well, so a player does not notice that the server of its camera was killed. The functions
    /// then wait for the disk.
    QByteArray livePlaylist(DeviceId device, const QByteArray &suffix) const;
    /// Returns what viewers can get of a camera: NotReady if it is not open.
    LiveStanding standing(DeviceId device) const;
    /// Returns false while the disk refuses the segments of a camera.
    bool isKeeping() const;
    /// Returns the path of a segment or of an initialization section that a playlist has named, and nothing for any
    /// other name.
    std::optional<QString> segmentPath(DeviceId device, QStringView name) const;

    /// Returns the latest picture, or nothing before the first key frame. Encoding takes some milliseconds.
    std::optional<Preview> snapshot(DeviceId device) const;
    /// Returns the pictures as they arrive, as `multipart/x-mixed-replace; boundary=frame`, or null while none arrive.
    /// The caller moves the device, which is sequential, to the thread that reads it. A slow reader gets the newest
    /// picture and misses those before it. The device ends (aboutToClose, then closed) when the camera is closed here,
    /// and not when the camera goes offline.
    std::shared_ptr<QIODevice> mjpeg(DeviceId device);

    /// Writes the recording of a time into one MP4 file with the index at its start. The segments come from the ring of
    /// the camera, which may be closed, and from the rings of other servers that share the media folder. Blocks until
    /// the file is complete; it appears at `path` then. Does not wait for segments to come: see coveredUntil(). Throws:
    /// StorageError while the disk is full, if there is anything to write.
    ClipResult makeClip(DeviceId device, const QDateTime &from, const QDateTime &to, const QString &path) const;
    /// Returns the end of the newest segment in these rings, or nothing if there is none. A clip cannot contain later
    /// pictures yet.
    std::optional<QDateTime> coveredUntil(DeviceId device) const;
    /// Returns whether this process reads the camera.
    bool isOpen(DeviceId device) const;
    /// Returns whether other servers record into the same folder.
    bool isShared() const;

Q_SIGNALS:
    /// Emitted on a thread of the camera when state or reason change: connect a QObject, so that it is queued. The
    /// reason is for people, and free of credentials; empty when online.
    void stateChanged(DeviceId device, CameraState state, const QString &reason, const QDateTime &since);
    /// Emitted on a thread of the camera when a stream was opened, and when its attributes have changed.
    void attributesProbed(DeviceId device, const StreamAttributes &attributes);
    /// Emitted on a thread of the camera for each initialization section: with the numbers that come next.
    void numbered(DeviceId device, const SegmentNumbers &next);

private:
    class Private;
    std::unique_ptr<Private> d;
};
