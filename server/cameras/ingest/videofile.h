// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <optional>

/// The properties of a video file.
struct VideoFile
{
    QString mediaType; ///< `video/mp4`, `video/webm`, or `video/x-matroska`
    QSize size; ///< size of the pictures in pixels
    double seconds = 0; ///< duration

    /// Returns the properties of a file, or nothing if the file is not a video of these types. Reads only what FFmpeg
    /// needs to identify the streams.
    ///
    /// Thread: not an event loop, because the function blocks.
    static std::optional<VideoFile> probe(const QString &path);
};
