// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Where marks are kept and how pictures are analyzed.
struct InsightSettings
{
    QString models; ///< the folder of scripts/install-models; without its files no faces are found
    int visionQueue = 16; ///< the number of pictures that may wait for analysis
    QString marks; ///< the folder of the marks' pictures and clips
    QString data; ///< the data folder of the server
};
