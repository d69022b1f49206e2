// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/box.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

/// A point of a face, as a share of the picture's width and height.
class FaceLandmark
{
    Q_GADGET
    Q_CLASSINFO("name.doc",
                "Such as jaw_0, left_eye_3, nose_0: the 68 points of the iBUG scheme. Left is the face's own.")
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(double x MEMBER x DESIGNABLE false)
    Q_PROPERTY(double y MEMBER y DESIGNABLE false)

public:
    QString name;
    double x = 0;
    double y = 0;

    friend bool operator==(const FaceLandmark &, const FaceLandmark &) = default;
};

/// Where a head is turned to, in degrees; all 0: straight at the camera.
class HeadPose
{
    Q_GADGET
    Q_CLASSINFO("yaw.doc", "To the picture's right above 0.")
    Q_CLASSINFO("pitch.doc", "Up above 0.")
    Q_CLASSINFO("roll.doc", "Clockwise above 0.")
    Q_PROPERTY(double yaw MEMBER yaw DESIGNABLE false)
    Q_PROPERTY(double pitch MEMBER pitch DESIGNABLE false)
    Q_PROPERTY(double roll MEMBER roll DESIGNABLE false)

public:
    double yaw = 0;
    double pitch = 0;
    double roll = 0;

    friend bool operator==(const HeadPose &, const HeadPose &) = default;
};

/// Whether something is so, and how likely.
class Likelihood
{
    Q_GADGET
    Q_CLASSINFO("value.doc", "Whether it is more likely than not.")
    Q_CLASSINFO("score.doc", "0 to 1.")
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

/// One face in a picture.
class Face
{
    Q_GADGET
    Q_CLASSINFO("score.doc", "0 to 1: how sure it is that this is a face.")
    Q_CLASSINFO("smile.doc", "As the expression tells.")
    Q_CLASSINFO("emotion.doc", "The likeliest of the seven.")
    Q_CLASSINFO("emotions.doc",
                "A score for each, together 1: neutral, happy, sad, angry, fearful, disgusted, surprised.")
    Q_CLASSINFO("brightness.doc", "0 to 1: the mean over the face.")
    Q_CLASSINFO("sharpness.doc", "0 to 1, by the variance of the Laplacian; below 0.2 it is blurred.")
    Q_CLASSINFO("unavailable.doc", "What was asked for and could not be computed: those members say nothing.")
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

/// The size of a picture, in pixels, as it is looked at: turned upright.
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

/// What computed it.
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

/// What is seen of faces in a picture.
class FaceAnalysis
{
    Q_GADGET
    Q_CLASSINFO("faces.doc", "The largest first; none is an empty list.")
    Q_CLASSINFO("elapsedMs.doc", "Milliseconds of work, without the wait for it.")
    Q_CLASSINFO("unavailable.doc", "What was asked for and could not be computed for some face; never guessed.")
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

/// A picture to look for faces in, as JSON; it may also come as it is, or as a form.
class FaceRequest
{
    Q_GADGET
    Q_CLASSINFO("image.doc", "A JPEG, PNG, WebP or BMP file in Base64.")
    Q_CLASSINFO("image.max", "24000000")
    Q_CLASSINFO("markId.optional", "true")
    Q_CLASSINFO("markId.doc", "Instead: the snapshot of this mark.")
    Q_CLASSINFO("dataId.optional", "true")
    Q_CLASSINFO("dataId.doc", "Instead: this recorded picture.")
    Q_CLASSINFO("attributes.doc", "landmarks, pose, eyes, smile, emotion, quality; empty: all.")
    Q_CLASSINFO("async.doc", "true: 202 with a job to ask for.")
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

/// A look for faces that goes on, or is done. It is kept for a day.
class FaceJob
{
    Q_GADGET
    Q_CLASSINFO("table", "face_job")
    Q_CLASSINFO("problem.optional", "true")
    Q_CLASSINFO("problem.doc", "The code of what went wrong, once it has failed.")
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
