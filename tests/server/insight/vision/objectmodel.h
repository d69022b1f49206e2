// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/detector.h"

#include <QDir>
#include <QStandardPaths>

namespace ObjectModel {
/// Returns the files of the object detector, which scripts/setup installs.
inline Detector::Model files()
{
    const QString given = qEnvironmentVariable("WAYMARK_MODELS");
    const QDir folder(!given.isEmpty() ? given
                                       : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                              + QStringLiteral("/waymark/models"));
    return {folder.filePath(QStringLiteral("objects.onnx")), folder.filePath(QStringLiteral("objects.txt"))};
}
}
