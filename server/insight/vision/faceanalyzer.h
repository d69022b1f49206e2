// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/face.h"
#include "server/insight/vision/observation.h"

#include <memory>

struct Picture;
class QImage;

/// The attributes of faces that a caller requests.
struct FaceAttributes
{
    bool landmarks = true;
    bool pose = true;
    bool eyes = true;
    bool smile = true;
    bool emotion = true;
    bool quality = true;

    static QStringList names();
    /// Returns the attributes with these names, or all attributes if `names` is empty. Unknown names are ignored.
    static FaceAttributes named(const QStringList &names);
};

/// Detects and analyzes faces with the networks that scripts/install-models installs: the detector UltraFace (Linzaer
/// 2019), landmarks and expressions of face-api (Mühler 2018), and open or closed eyes of faceplugin.
///
/// Thread: each instance is used on one thread. Not an event loop, because a picture takes tens of milliseconds or
/// more.
class FaceAnalyzer
{
public:
    /// Returns true if the folder contains the models.
    static bool isInstalled(const QString &folder);
    /// Returns null if the folder does not contain the models.
    static std::unique_ptr<FaceAnalyzer> open(const QString &folder);
    ~FaceAnalyzer();

    /// Analyzes a picture, which must be in QImage::Format_BGR888.
    FaceAnalysis analyze(const QImage &picture, const FaceAttributes &wanted);
    /// Detects faces for the conditions of device modes.
    QList<SeenFace> find(const Picture &picture, bool withEmotion);

private:
    class Private;
    explicit FaceAnalyzer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
