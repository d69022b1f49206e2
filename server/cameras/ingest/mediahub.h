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

/// A stretch of time, from inclusive to exclusive; UTC.
struct TimeSpan
{
    QDateTime from;
    QDateTime to;
};

/// What became of a clip.
struct ClipResult
{
    enum class State {
        Ready, ///< all that was asked for is there
        Partial, ///< a file is there, but something asked for is not in it: see `gaps` and `reason`
        Failed, ///< no file
    };
    State state = State::Failed;
    QString reason; ///< for people; empty when ready
    QDateTime from; ///< of the first picture: a key frame, so it may lie before what was asked
    QDateTime to; ///< the end of the last picture
    qint64 bytes = 0;
    QList<TimeSpan> gaps; ///< inside what was asked for; the file's timeline stands still over those in its middle
};

/// All cameras: takes each in on a thread of its own, keeps the last minute of it on disk as fragmented MP4, and
/// hands out live streams, pictures and clips. Every function may be called from every thread, and none of them waits
/// for a camera unless it says so.
class MediaHub : public QObject
{
    Q_OBJECT

public:
    explicit MediaHub(MediaSettings settings, FrameSinkFactory makeSink = {}, QObject *parent = nullptr);
    /// As stop().
    ~MediaHub() override;

    /// Takes a camera in, until close(). A camera that is open already is closed first if the source differs.
    void open(const CameraSource &source);
    /// Ends the camera's thread, within a second, and its live streams; what is on disk stays.
    void close(DeviceId device);
    /// Closes the camera and removes its rings, those of other servers on a shared folder too: for one that is deleted
    /// permanently.
    void forget(DeviceId device);
    /// Closes all, and opens none any more.
    void stop();

    /// The live playlist (RFC 8216, version 7, fMP4). `suffix` follows each URI in it, as `?suffix`, unless empty.
    /// Empty while there is no segment. Where servers share the media folder, the playlist goes on with what another
    /// server has just recorded until this one has recorded enough, and so do segmentPath() and snapshot(): a player
    /// does not notice that the server of its camera was killed.
    /// Blocks for a disk then.
    QByteArray livePlaylist(DeviceId device, const QByteArray &suffix) const;
    /// What viewers can get of the camera; NotReady for one that is not open.
    LiveStanding standing(DeviceId device) const;
    /// False while the disk refuses the segments of a camera.
    bool isKeeping() const;
    /// The file of a segment, or of an initialization section, that a playlist named. Nothing for any other name.
    std::optional<QString> segmentPath(DeviceId device, QStringView name) const;

    /// The latest picture; nothing before the first key frame. Encodes it: some milliseconds.
    std::optional<Preview> snapshot(DeviceId device) const;
    /// Pictures as they come, `multipart/x-mixed-replace; boundary=frame`: a sequential device, to be moved to the
    /// thread that reads it. A slow reader gets the newest picture and misses those before it. It ends (aboutToClose,
    /// then closed) when the camera is closed here, not when it goes offline. Null while no pictures arrive.
    std::shared_ptr<QIODevice> mjpeg(DeviceId device);

    /// Writes what was recorded of that time into one MP4 file, index first: from the ring of the camera, also when it
    /// is closed, and from the rings of other servers that share the media folder. Blocks for as long as the disk
    /// takes; the file appears under its name when it is whole. Does not wait for the future: see coveredUntil().
    /// Throws: StorageError while the disk is full, if there is anything to write.
    ClipResult makeClip(DeviceId device, const QDateTime &from, const QDateTime &to, const QString &path) const;
    /// The end of the newest segment in those rings; nothing while there is none. Later pictures are in no clip yet.
    std::optional<QDateTime> coveredUntil(DeviceId device) const;
    /// Whether this process reads the camera.
    bool isOpen(DeviceId device) const;
    /// Whether other servers record on the same folder.
    bool isShared() const;

Q_SIGNALS:
    /// Emitted on the camera's thread when state or reason change: connect a QObject, so that it is queued. The reason
    /// is for people, and free of credentials; empty when online.
    void stateChanged(DeviceId device, CameraState state, const QString &reason, const QDateTime &since);
    /// Emitted on the camera's thread when a stream was opened, and when its attributes have changed.
    void attributesProbed(DeviceId device, const StreamAttributes &attributes);
    /// Emitted on the camera's thread for each initialization section: with the numbers that come next.
    void numbered(DeviceId device, const SegmentNumbers &next);

private:
    class Private;
    std::unique_ptr<Private> d;
};
