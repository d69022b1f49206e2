// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/fielderror.h"
#include "models/core/id.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <optional>

/// A photo or a video of a device, stored as a file.
///
/// A captured video is pending until its time has passed and its file is written. What is unknown until then is absent.
class DeviceData
{
    Q_GADGET
    Q_CLASSINFO("table", "device_data")
    Q_CLASSINFO("mediaType.doc", "Media type detected from the content, such as image/jpeg or video/mp4.")
    Q_CLASSINFO(
        "state.doc",
        "`ready`: the file can be read. `pending`: the video is being captured. `failed`: there is no file, and "
        "`state_reason` says why.")
    Q_CLASSINFO("stateReason.optional", "true")
    Q_CLASSINFO("stateReason.doc", "Why the capture has failed, or what a captured video lacks.")
    Q_CLASSINFO("bytes.optional", "true")
    Q_CLASSINFO("bytes.doc", "Size of the file in bytes.")
    Q_CLASSINFO("sha256.optional", "true")
    Q_CLASSINFO("sha256.doc", "SHA-256 of the file in hexadecimal.")
    Q_CLASSINFO("width.optional", "true")
    Q_CLASSINFO("width.doc", "Width in pixels after the orientation is applied.")
    Q_CLASSINFO("height.optional", "true")
    Q_CLASSINFO("duration.optional", "true")
    Q_CLASSINFO("duration.doc", "Duration of a video in seconds; the requested duration while pending.")
    Q_CLASSINFO("takenAt.doc", "When the photo was taken or the video started.")
    Q_CLASSINFO("content.doc", "Path of the photo or video. PUT /device-data/uri returns a signed URL.")
    Q_CLASSINFO("heldAt.optional", "true")
    Q_CLASSINFO("heldAt.doc", "When the item was put on hold; absent: it is not held.")
    Q_CLASSINFO("holdReason.optional", "true")
    Q_CLASSINFO("holdReason.doc", "Why the item is held.")
    Q_CLASSINFO("holdUntil.optional", "true")
    Q_CLASSINFO("holdUntil.doc", "When the hold ends; absent: when it is removed.")
    Q_CLASSINFO("deletedAt.optional", "true")
    Q_CLASSINFO("deletedAt.doc", "When the item was moved to the bin.")
    Q_CLASSINFO("purgeAt.optional", "true")
    Q_CLASSINFO("purgeAt.doc", "When the item is permanently deleted.")
    Q_PROPERTY(DeviceDataId dataId MEMBER dataId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(Kind kind MEMBER kind DESIGNABLE false)
    Q_PROPERTY(State state MEMBER state DESIGNABLE false)
    Q_PROPERTY(QString stateReason MEMBER stateReason DESIGNABLE false)
    Q_PROPERTY(QString mediaType MEMBER mediaType DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)
    Q_PROPERTY(QString sha256 MEMBER sha256 DESIGNABLE false)
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)
    Q_PROPERTY(std::optional<double> duration MEMBER duration DESIGNABLE false)
    Q_PROPERTY(QDateTime takenAt MEMBER takenAt DESIGNABLE false)
    Q_PROPERTY(QString content MEMBER content DESIGNABLE false STORED false)
    Q_CLASSINFO("storageId.optional", "true")
    Q_PROPERTY(QString storageId MEMBER storageId SCRIPTABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime heldAt MEMBER heldAt DESIGNABLE false)
    Q_PROPERTY(QString holdReason MEMBER holdReason DESIGNABLE false)
    Q_PROPERTY(QDateTime holdUntil MEMBER holdUntil DESIGNABLE false)
    Q_PROPERTY(QDateTime deletedAt MEMBER deletedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime purgeAt MEMBER purgeAt DESIGNABLE false)

public:
    enum class Kind { Photo, Video };
    Q_ENUM(Kind)
    enum class State { Ready, Pending, Failed };
    Q_ENUM(State)

    DeviceDataId dataId;
    AccountId accountId;
    DeviceId deviceId;
    Kind kind = Kind::Photo;
    State state = State::Ready;
    QString stateReason; ///< a text for users
    QString mediaType;
    qint64 bytes = 0;
    QString sha256;
    int width = 0;
    int height = 0;
    std::optional<double> duration; ///< unknown for a photo
    QDateTime takenAt;
    QString content;
    QString storageId; ///< the folder that has the file; empty: that of the server that is asked
    QDateTime createdAt;
    QDateTime heldAt;
    QString holdReason;
    QDateTime holdUntil;
    QDateTime deletedAt;
    QDateTime purgeAt;

    /// Returns whether limits of age and storage leave the item alone at this time, and its deletion is refused.
    bool isHeld(const QDateTime &now) const { return heldAt.isValid() && (!holdUntil.isValid() || holdUntil > now); }
    void endHold()
    {
        heldAt = {};
        holdReason.clear();
        holdUntil = {};
    }
};

/// A request to hold a photo or video.
class DataHold
{
    Q_GADGET
    Q_CLASSINFO("reason.min", "1")
    Q_CLASSINFO("reason.max", "200")
    Q_CLASSINFO("reason.doc", "Why the item is held.")
    Q_CLASSINFO("until.optional", "true")
    Q_CLASSINFO("until.doc", "When the hold ends; absent: when it is removed.")
    Q_PROPERTY(QString reason MEMBER reason REQUIRED)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    QString reason;
    QDateTime until;
};

/// A request to capture what a camera shows now.
class DataCapture
{
    Q_GADGET
    Q_CLASSINFO("kind.doc",
                "`photo`: the newest picture. `video`: a clip that begins now. Default: `video` if there is a "
                "`duration`, otherwise `photo`.")
    Q_CLASSINFO("duration.min", "1")
    Q_CLASSINFO("duration.max", "30")
    Q_CLASSINFO("duration.doc", "Length of the clip in seconds; ignored for a photo.")
    Q_PROPERTY(DeviceData::Kind kind MEMBER kind)
    Q_PROPERTY(qint64 duration MEMBER duration)

public:
    DeviceData::Kind kind = DeviceData::Kind::Photo;
    qint64 duration = 10;
};

/// A request for signed URLs of photos and videos, which work without a token.
class DataSigning
{
    Q_GADGET
    Q_CLASSINFO("dataIds.min", "1")
    Q_CLASSINFO("dataIds.max", "100")
    Q_CLASSINFO("dataIds.doc", "Each id that does not exist has an error in the answer.")
    Q_CLASSINFO("expiresIn.min", "60")
    Q_CLASSINFO("expiresIn.max", "604800")
    Q_CLASSINFO("expiresIn.doc", "Lifetime of the URLs in seconds.")
    Q_CLASSINFO("revoke.doc", "true: revokes all URLs signed so far and returns no new ones.")
    Q_PROPERTY(QStringList dataIds MEMBER dataIds REQUIRED)
    Q_PROPERTY(qint64 expiresIn MEMBER expiresIn)
    Q_PROPERTY(bool revoke MEMBER revoke)

public:
    QStringList dataIds;
    qint64 expiresIn = 3600;
    bool revoke = false;
};

/// A signed URL as a path on this server, or an error.
class SignedData
{
    Q_GADGET
    Q_CLASSINFO("content.optional", "true")
    Q_CLASSINFO("expiresAt.optional", "true")
    Q_CLASSINFO("error.optional", "true")
    Q_PROPERTY(QString dataId MEMBER dataId DESIGNABLE false)
    Q_PROPERTY(QString content MEMBER content DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)
    Q_PROPERTY(ItemError error MEMBER error DESIGNABLE false)

public:
    QString dataId;
    QString content;
    QDateTime expiresAt;
    ItemError error;

    friend bool operator==(const SignedData &, const SignedData &) = default;
};

/// One result per requested id, in the order of the request.
class SignedDataList
{
    Q_GADGET
    Q_PROPERTY(QList<SignedData> results MEMBER results DESIGNABLE false)

public:
    QList<SignedData> results;
};
