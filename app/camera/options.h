// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/rtspcamera.h"

#include <QString>

#include <chrono>
#include <optional>

/// The options of the command line.
struct Options
{
    RtspCamera::Settings rtsp; ///< an empty size and a frame rate of 0 stand for those of the video
    QString video; ///< path of the file; empty: the generated scene
    std::optional<std::chrono::milliseconds> walkEvery; ///< interval at which a person walks through the scene
    bool clock = false; ///< draw a bar that grows within each second
    QString onvifAddress; ///< of the ONVIF service; empty: none
    quint16 onvifPort = 0;
    bool timecode = false; ///< draw the time as squares

    /// Parses the command line. Ends the program on --help and, with a message, on an error.
    static Options parse(const QStringList &arguments);
};
