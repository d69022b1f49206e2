// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The settings for the storage of marks and for image analysis.
struct InsightSettings
{
    QString models; ///< folder of scripts/install-models; faces are not detected without its files
    int visionQueue = 16; ///< maximum number of pictures that wait for analysis
    QString marks; ///< folder of the marks' pictures and clips
    QString data; ///< folder whose subfolder `faces` has the pictures that wait for analysis
};
