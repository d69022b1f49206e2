// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/picturesource.h"

#include <QString>

#include <memory>

/// Plays a video file in a loop.
class FilmFile : public PictureSource
{
public:
    /// An empty `size` means the size of the video.
    ///
    /// Throws: std::runtime_error if the file cannot be played.
    FilmFile(const QString &path, QSize size);
    ~FilmFile() override;

    QSize size() const override;
    /// Returns the frame rate of the file, or 0 if it is unknown.
    double framesPerSecond() const;
    QByteArray next() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
