// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/picturesource.h"

#include <QString>

#include <memory>

/// Shows a video file over and over.
class VideoFile : public PictureSource
{
public:
    /// Throws std::runtime_error when the file cannot be shown. An empty size means the file's own.
    VideoFile(const QString &path, QSize size);
    ~VideoFile() override;

    QSize size() const override;
    /// As the file has it; 0 where it does not say.
    double framesPerSecond() const;
    QByteArray next() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
