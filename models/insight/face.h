// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/box.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

/// A landmark of a face. Coordinates are fractions of the picture's width and height.
class FaceLandmark
{
    Q_GADGET
    Q_CLASSINFO(
        "name.doc",
        "One of the 68 points of the iBUG scheme, such as jaw_0, left_eye_3, or nose_0. Left is the person's left.")
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(double x MEMBER x DESIGNABLE false)
    Q_PROPERTY(double y MEMBER y DESIGNABLE false)

public:
    QString name;
    double x = 0;
    double y = 0;

    friend bool operator==(const FaceLandmark &, const FaceLandmark &) = default;
};

/// The orientation of a head in degrees. All zero: facing the camera.
class HeadPose
{
    Q_GADGET
    Q_CLASSINFO("yaw.doc", "Positive: turned to the right of the picture.")
    Q_CLASSINFO("pitch.doc", "Positive: turned up.")
    Q_CLASSINFO("roll.doc", "Positive: tilted clockwise.")
    Q_PROPERTY(double yaw MEMBER yaw DESIGNABLE false)
    Q_PROPERTY(double pitch MEMBER pitch DESIGNABLE false)
    Q_PROPERTY(double roll MEMBER roll DESIGNABLE false)

public:
    double yaw = 0;
    double pitch = 0;
    double roll = 0;

    friend bool operator==(const HeadPose &, const HeadPose &) = default;
};

/// A yes-or-no attribute with its probability.
class Likelihood
{
    Q_GADGET
    Q_CLASSINFO("value.doc", "Whether the attribute is more likely than not.")
    Q_CLASSINFO("score.doc", "Probability, 0 to 1.")
    Q_PROPERTY(bool value MEMBER value DESIGNABLE false)
    Q_PROPERTY(double score MEMBER score DESIGNABLE false)

public:
    Likelihood() = default;
    explicit Likelihood(double score)
        : value(score > 0.5)
        , score(score)
    {
    }

    bool value = false;
    double score = 0;

    friend bool operator==(const Likelihood &, const Likelihood &) = default;
};

/// A face in a picture.
class Face
{
    Q_GADGET
    Q_CLASSINFO("score.doc", "Confidence that this is a face, 0 to 1.")
    Q_CLASSINFO("smile.doc", "Derived from the expression.")
    Q_CLASSINFO("emotion.doc", "The most likely of the seven emotions.")
    Q_CLASSINFO("emotions.doc",
                "A score per emotion, with a sum of 1: neutral, happy, sad, angry, fearful, disgusted, surprised.")
    Q_CLASSINFO("brightness.doc", "Mean brightness of the face, 0 to 1.")
    Q_CLASSINFO("sharpness.doc", "0 to 1, from the variance of the Laplacian. Below 0.2 the face is blurred.")
    Q_CLASSINFO("unavailable.doc", "Requested attributes that could not be computed. Their members are not valid.")
    Q_CLASSINFO("emotion.optional", "json")
    Q_PROPERTY(Box box MEMBER box DESIGNABLE false)
    Q_PROPERTY(double score MEMBER score DESIGNABLE false)
    Q_PROPERTY(QList<FaceLandmark> landmarks MEMBER landmarks DESIGNABLE false)
    Q_PROPERTY(HeadPose pose MEMBER pose DESIGNABLE false)
    Q_PROPERTY(Likelihood leftEyeOpen MEMBER leftEyeOpen DESIGNABLE false)
    Q_PROPERTY(Likelihood rightEyeOpen MEMBER rightEyeOpen DESIGNABLE false)
    Q_PROPERTY(Likelihood smile MEMBER smile DESIGNABLE false)
    Q_PROPERTY(QString emotion MEMBER emotion DESIGNABLE false)
    Q_PROPERTY(QJsonObject emotions MEMBER emotions DESIGNABLE false)
    Q_PROPERTY(double brightness MEMBER brightness DESIGNABLE false)
    Q_PROPERTY(double sharpness MEMBER sharpness DESIGNABLE false)
    Q_PROPERTY(QStringList unavailable MEMBER unavailable DESIGNABLE false)

public:
    Box box;
    double score = 0;
    QList<FaceLandmark> landmarks;
    HeadPose pose;
    Likelihood leftEyeOpen;
    Likelihood rightEyeOpen;
    Likelihood smile;
    QString emotion;
    QJsonObject emotions;
    double brightness = 0;
    double sharpness = 0;
    QStringList unavailable;

    friend bool operator==(const Face &, const Face &) = default;
};

/// The size of a picture in pixels, after the orientation is applied.
class ImageSize
{
    Q_GADGET
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)

public:
    int width = 0;
    int height = 0;

    friend bool operator==(const ImageSize &, const ImageSize &) = default;
};

/// A model that was used for an analysis.
class ModelUsed
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(QString version MEMBER version DESIGNABLE false)

public:
    QString name;
    QString version;

    friend bool operator==(const ModelUsed &, const ModelUsed &) = default;
};

/// The analysis of the faces in a picture.
class FaceAnalysis
{
    Q_GADGET
    Q_CLASSINFO("faces.doc", "The faces, largest first; empty if there are none.")
    Q_CLASSINFO("elapsedMs.doc", "Processing time in milliseconds, without the time in the queue.")
    Q_CLASSINFO("unavailable.doc",
                "Requested attributes that could not be computed for at least one face. They are never guessed.")
    Q_PROPERTY(ImageSize image MEMBER image DESIGNABLE false)
    Q_PROPERTY(QList<Face> faces MEMBER faces DESIGNABLE false)
    Q_PROPERTY(QList<ModelUsed> models MEMBER models DESIGNABLE false)
    Q_PROPERTY(double elapsedMs MEMBER elapsedMs DESIGNABLE false)
    Q_PROPERTY(QStringList unavailable MEMBER unavailable DESIGNABLE false)

public:
    ImageSize image;
    QList<Face> faces;
    QList<ModelUsed> models;
    double elapsedMs = 0;
    QStringList unavailable;

    friend bool operator==(const FaceAnalysis &, const FaceAnalysis &) = default;
};

/// A request to analyze the faces in a picture, as JSON. A picture can also be sent as a raw body or as a form.
class FaceRequest
{
    Q_GADGET
    Q_CLASSINFO("image.doc", "A JPEG, PNG, WebP, or BMP file in Base64.")
    Q_CLASSINFO("image.max", "24000000")
    Q_CLASSINFO("markId.doc", "Instead of `image`: analyzes the snapshot of this mark.")
    Q_CLASSINFO("dataId.doc", "Instead of `image`: analyzes this photo.")
    Q_CLASSINFO("attributes.doc", "Attributes to compute: landmarks, pose, eyes, smile, emotion, quality; empty: all.")
    Q_CLASSINFO("async.doc", "true: answers 202 with a job, whose result can be polled.")
    Q_PROPERTY(QString image MEMBER image)
    Q_PROPERTY(DeviceMarkId markId MEMBER markId)
    Q_PROPERTY(DeviceDataId dataId MEMBER dataId)
    Q_PROPERTY(QStringList attributes MEMBER attributes)
    Q_PROPERTY(bool async MEMBER async)

public:
    QString image;
    DeviceMarkId markId;
    DeviceDataId dataId;
    QStringList attributes;
    bool async = false;
};

/// An asynchronous face analysis. It is kept for a day.
class FaceJob
{
    Q_GADGET
    Q_CLASSINFO("table", "face_job")
    Q_CLASSINFO("problem.optional", "true")
    Q_CLASSINFO("problem.doc", "The error code of a failed job.")
    Q_CLASSINFO("result.optional", "true")
    Q_CLASSINFO("result.doc", "The result of a job that is done.")
    Q_PROPERTY(FaceJobId jobId MEMBER jobId DESIGNABLE false)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QString problem MEMBER problem DESIGNABLE false)
    Q_PROPERTY(FaceAnalysis result MEMBER result DESIGNABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime updatedAt MEMBER updatedAt DESIGNABLE false)

public:
    enum class State { Pending, Done, Failed };
    Q_ENUM(State)

    FaceJobId jobId;
    State state = State::Pending;
    QString problem;
    FaceAnalysis result;
    QDateTime createdAt;
    QDateTime updatedAt;
};
