// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/core/net/hostresolver.h"
#include "tests/server/cameras/ingest/videoprobe.h"

#include <QTemporaryDir>

/// Maximum time to wait for a camera. It is long because tests run in parallel.
constexpr auto patience = 20'000;

/// A media hub with one camera, and its latest state.
class Ingest : public QObject
{
public:
    explicit Ingest(FrameSinkFactory makeSink = {});

    /// Opens the camera. A second call creates a new hub on the same directory.
    void open(const QUrl &url, const QString &username = {}, const QString &password = {});
    QString path() const { return m_directory.path(); }
    QString ring() const;
    /// Returns the number of segments in the live playlist.
    int listed() const;
    bool isOnline() const { return state == CameraState::Online; }
    /// Copies the live playlist with its segments to a folder, adds an end to the playlist, and probes it with a
    /// player.
    VideoProbe play() const;

    const DeviceId device = DeviceId::generate();
    QUrl subUrl; ///< of the second stream, for open()
    bool sound = true; ///< for open()
    HostResolver hosts;
    MediaSettings settings;
    std::unique_ptr<MediaHub> hub;
    std::optional<CameraState> state;
    QString reason;
    StreamAttributes attributes;

private:
    void onState(DeviceId from, CameraState changed, const QString &why, const QDateTime &since);

    QTemporaryDir m_directory;
    FrameSinkFactory m_makeSink;
};
