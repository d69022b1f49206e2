// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The settings for the storage of marks and for image analysis.
struct InsightSettings
{
    QString models; ///< folder with the files of scripts/install-models; without them, faces are not detected
    bool sandbox = true; ///< trial apps may have scripted cameras
    int visionQueue = 16; ///< maximum number of pictures that wait for analysis
    QString marks; ///< folder of the marks' pictures and clips
    QString data; ///< parent of the folder `faces`, which has the pictures that wait for analysis
};
