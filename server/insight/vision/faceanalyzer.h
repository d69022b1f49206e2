// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/face.h"
#include "server/insight/vision/seenface.h"

#include <memory>

struct Picture;
class QImage;

/// What of a face is wanted.
struct FaceAttributes
{
    bool landmarks = true;
    bool pose = true;
    bool eyes = true;
    bool smile = true;
    bool emotion = true;
    bool quality = true;

    static QStringList names();
    /// Those that are named; all, where none is. An unknown one is passed over: the caller has checked them.
    static FaceAttributes named(const QStringList &names);
};

/// Finds faces and reads them, with the networks that scripts/install-models has installed: an UltraFace detector
/// (Linzaer 2019), the landmarks and the expression of face-api (Mühler 2018), open or closed eyes of faceplugin. Tens
/// of milliseconds a picture and more: never on an event loop. One for each thread that looks.
class FaceAnalyzer
{
public:
    /// Null when the models are not in this folder.
    static std::unique_ptr<FaceAnalyzer> open(const QString &folder);
    ~FaceAnalyzer();

    /// Of a picture in BGR (QImage::Format_BGR888).
    FaceAnalysis analyze(const QImage &picture, const FaceAttributes &wanted);
    /// For conditions of device modes.
    QList<SeenFace> find(const Picture &picture, bool withEmotion);

private:
    class Private;
    explicit FaceAnalyzer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
