// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/rtspcamera.h"

#include <QString>

#include <chrono>
#include <optional>

/// What the command line asks for.
struct Options
{
    RtspCamera::Settings rtsp; ///< size empty and framesPerSecond 0: the video's own
    QString video; ///< empty: the generated scene
    std::optional<std::chrono::milliseconds> walkEvery;
    bool clock = false;

    /// Ends the program with a message for what makes no sense, and for --help.
    static Options parse(const QStringList &arguments);
};
