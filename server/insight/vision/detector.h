// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/box.h"

#include <QList>
#include <QRect>
#include <QString>

#include <memory>

class QImage;

/// An object that a detector found in a picture.
struct Detection
{
    Box box;
    double score = 0; ///< 0 to 1
    QString label;

    friend bool operator==(const Detection &, const Detection &) = default;
};

/// Finds objects in pictures.
///
/// Thread: each instance is used on one thread at a time. Not an event loop, because a picture takes tens of
/// milliseconds or more.
class Detector
{
public:
    /// The files of a network.
    struct Model
    {
        QString network; ///< an ONNX file whose outputs are those of one of the families of DetectorOutput
        QString labels; ///< a text file with a label per line, in the order of the network
    };

    /// Loads a network, and looks once at an empty picture to recognize its family.
    ///
    /// Throws: std::runtime_error with the reason if the network cannot be used.
    static std::unique_ptr<Detector> open(const Model &model);

    Detector() = default;
    Detector(const Detector &) = delete;
    Detector &operator=(const Detector &) = delete;
    virtual ~Detector() = default;

    /// Returns the labels that the detector knows.
    virtual QStringList labels() const = 0;
    /// Returns the width and height of the network's input in pixels. A part of this size is not scaled.
    virtual int side() const = 0;
    /// Finds the objects in parts of a picture, which must be in QImage::Format_BGR888. Boxes are shares of the whole
    /// picture. An object that is cut off by the edge of a part, but not of the picture, is left out. Objects with a
    /// low score are included (minScore), because they may continue a track.
    ///
    /// Throws: std::runtime_error if the network fails.
    virtual QList<Detection> detect(const QImage &picture, const QList<QRect> &parts) = 0;

    static constexpr float minScore = 0.1F;
};
