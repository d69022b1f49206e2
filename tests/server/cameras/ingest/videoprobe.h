// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>

/// The properties of a video that was completely decoded by ffprobe, which is independent of the code under test.
struct VideoProbe
{
    /// `arguments` are passed to ffprobe before the URL.
    static VideoProbe of(const QString &address, const QStringList &arguments = {});

    QString errors = {}; ///< empty: no errors
    QString codec = {};
    QSize size = {}; ///< size in pixels before the rotation
    QString aspect = {}; ///< width and height of a pixel, such as `2:1`
    int rotation = 0; ///< degrees, as in the file
    int frames = 0; ///< number of decoded frames
    double duration = 0; ///< seconds from the first frame to the end of the last frame
    bool monotonic = false; ///< the times of the packets never decrease
    bool startsWithKeyFrame = false;
    bool hasAudio = false;
    QString audioCodec = {};
    // When pictures and sound begin and end, in seconds.
    double start = 0;
    double end = 0;
    double audioStart = 0;
    double audioEnd = 0;
};
