// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <optional>

/// What a video file says of itself.
struct VideoFile
{
    QString mediaType; ///< video/mp4, video/webm or video/x-matroska
    QSize size; ///< pixels
    double seconds = 0;

    /// Reads the file's head, and not its pictures; nothing for what is no video of these kinds. Blocks.
    static std::optional<VideoFile> probe(const QString &path);
};
