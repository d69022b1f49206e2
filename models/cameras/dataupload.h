// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/uploadid.h"

#include <QDateTime>
#include <QObject>

/// A resumable upload of a photo or video (tus 1.0). Once all of it has arrived, it becomes a DeviceData.
class DataUpload
{
    Q_GADGET
    Q_CLASSINFO("table", "data_upload")
    Q_CLASSINFO("deviceId.doc", "The device of the photo or video.")
    Q_CLASSINFO("bytes.doc", "Size of the file in bytes.")
    Q_CLASSINFO("received.doc", "Number of bytes that the server has. The next PATCH continues after them.")
    Q_CLASSINFO("takenAt.optional", "true")
    Q_CLASSINFO("takenAt.doc", "When the photo was taken or the video started; absent: when the upload is finished.")
    Q_CLASSINFO("sha256.optional", "true")
    Q_CLASSINFO("sha256.doc", "SHA-256 that the file must have, in hexadecimal; absent: it is not compared.")
    Q_CLASSINFO("expiresAt.doc", "When the upload is removed unless another part arrives.")
    Q_CLASSINFO("dataId.optional", "true")
    Q_CLASSINFO("dataId.doc", "The photo or video that the upload has become; absent: it is not finished.")
    Q_PROPERTY(DataUploadId uploadId MEMBER uploadId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)
    Q_PROPERTY(qint64 received MEMBER received DESIGNABLE false)
    Q_PROPERTY(QDateTime takenAt MEMBER takenAt DESIGNABLE false)
    Q_PROPERTY(QString sha256 MEMBER sha256 DESIGNABLE false)
    Q_PROPERTY(QString storageId MEMBER storageId SCRIPTABLE false)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt DESIGNABLE false)
    Q_PROPERTY(QDateTime expiresAt MEMBER expiresAt DESIGNABLE false)
    Q_PROPERTY(DeviceDataId dataId MEMBER dataId DESIGNABLE false)

public:
    DataUploadId uploadId;
    AccountId accountId;
    DeviceId deviceId;
    qint64 bytes = 0;
    qint64 received = 0;
    QDateTime takenAt;
    QString sha256;
    QString storageId; ///< the folder that has the file
    QDateTime createdAt;
    QDateTime expiresAt;
    DeviceDataId dataId;

    bool isFinished() const { return !dataId.isNull(); }
};
