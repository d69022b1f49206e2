// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/detector.h"

#include <QString>

/// The settings for the storage of marks and for image analysis.
struct InsightSettings
{
    QString models; ///< folder with the files of scripts/install-models; without them, faces are not detected
    QString objectModel; ///< network for objects; empty: `objects.onnx` in `models`
    QString objectLabels; ///< the labels of the network; empty: `objects.txt` in `models`
    int objectThreads = 1; ///< threads that look for objects; 0: objects are not detected
    bool sandbox = true; ///< trial apps may have scripted cameras
    int visionQueue = 16; ///< maximum number of pictures that wait for analysis
    QString marks; ///< folder of the marks' pictures and clips
    QString data; ///< parent of the folder `faces`, which has the pictures that wait for analysis

    /// Returns the files of the network for objects.
    Detector::Model objects() const
    {
        const auto placed = [this](const QString &given, const QString &name) {
            return given.isEmpty() ? models + QLatin1Char('/') + name : given;
        };
        return {placed(objectModel, QStringLiteral("objects.onnx")),
                placed(objectLabels, QStringLiteral("objects.txt"))};
    }
};
