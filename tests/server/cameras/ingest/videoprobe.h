// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>

/// What ffprobe says of a video once it has decoded all of it: another's opinion than ours.
struct VideoProbe
{
    /// `arguments` are ffprobe's own, before the address.
    static VideoProbe of(const QString &address, const QStringList &arguments = {});

    QString errors = {}; ///< empty: it was understood in full
    QString codec = {};
    QSize size = {};
    int frames = 0; ///< decoded
    double duration = 0; ///< s, from the first frame to the end of the last
    bool monotonic = false; ///< no packet's time lies before the one before
    bool startsWithKeyFrame = false;
    bool hasAudio = false;
};
