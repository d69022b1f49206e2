// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/seenobject.h"
#include "server/insight/observations/observationblock.h"

#include <QHash>

#include <functional>

class LiveObservations;
class MotionLevels;
class ObservationWriter;

/// What is done with the observations of the cameras that a server reads. Null pointers are left out.
struct ObservationOutlet
{
    ObservationWriter *writer = nullptr; ///< keeps them
    MotionLevels *motion = nullptr; ///< for the index of recordings
    LiveObservations *live = nullptr; ///< for clients that follow a camera
};

/// A block of observations that is complete.
struct FinishedBlock
{
    DeviceId device;
    QString file; ///< id of the file that the block belongs to
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 endMs = 0;
    QByteArray bytes;
    QList<SeenObject> objects; ///< the moving objects that have appeared or changed
};

/// Collects the observations of one camera into blocks of a minute. While the camera is offline, a block may last as
/// long as a file. A file has the blocks of an hour, and begins anew with each trail.
///
/// Thread: one at a time.
class ObservationTrail
{
public:
    static constexpr qint64 longestBlock = 60'000; ///< milliseconds
    static constexpr qint64 longestFile = 3'600'000; ///< milliseconds

    ObservationTrail(DeviceId device, const ObservationOutlet &outlet);
    /// Finishes the last block.
    ~ObservationTrail();
    Q_DISABLE_COPY_MOVE(ObservationTrail)

    /// Takes an observation that was rounded, or the loss of the camera (Observation::lost).
    void note(const Observation &observation);

private:
    struct Followed
    {
        SeenObject object;
        bool isChanged = false;
    };

    void follow(const Observation &observation);
    void finish();

    const DeviceId m_device;
    const ObservationOutlet m_outlet;
    ObservationBlock m_block;
    QString m_file;
    qint64 m_hour = -1; ///< of m_file, since the epoch
    bool m_began = false;
    bool m_isOffline = false; ///< the camera was offline for all of m_block
    QHash<qint64, Followed> m_objects; ///< by SeenTrack::id
    QList<SeenObject> m_gone; ///< have left since the last block
};
