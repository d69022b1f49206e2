// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "tests/server/cameras/ingest/videoprobe.h"

#include <QTemporaryDir>

/// How long a test waits for a camera: much, as tests share two cores.
constexpr auto patience = 20'000;

/// A hub with one camera, and what it told.
class Ingest : public QObject
{
public:
    explicit Ingest(FrameSinkFactory makeSink = {});

    /// Opens the camera; a second time, with a new hub on the same directory.
    void open(const QUrl &url, const QString &username = {}, const QString &password = {});
    QString path() const { return m_directory.path(); }
    QString ring() const;
    /// How many segments the live playlist names.
    int listed() const;
    bool isOnline() const { return state == CameraState::Online; }
    /// What a player makes of the live playlist: it, and all that it names, copied out and closed with an end.
    VideoProbe play() const;

    const DeviceId device = DeviceId::generate();
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
