// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/api/recordingfixture.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

/// A camera with the recording of a video, from RecordingFixture::start on.
struct RecordedCamera
{
    RecordedCamera(TestServer &server, const TestAccount &account, const EncodedVideo &video)
        : device(account.addDevice(QStringLiteral("Door"))[QStringLiteral("device_id")].toString())
        , row(RecordingFixture::record(server, video, {device, RecordingFixture::start}))
        , path(QStringLiteral("/devices/%1/recordings").arg(device))
        , stream(QStringLiteral("/streams/") + device)
        , lengthMs(1000 * video.fragments.size())
        , account(account)
    {
    }
    QJsonObject timeline() const
    {
        const QString span = RecordingFixture::span(0, lengthMs);
        return account.get(QStringLiteral("/devices/%1/timeline%2&resolution=1").arg(device, span)).json;
    }
    QJsonArray gaps() const { return timeline()[QStringLiteral("gaps")].toArray(); }
    int clipStatus(qint64 fromMs, qint64 toMs) const
    {
        return account.get(stream + QStringLiteral("/clip.mp4") + RecordingFixture::span(fromMs, toMs)).status;
    }
    qint64 bytes() const
    {
        const QJsonObject use = account.get(QStringLiteral("/devices/%1/storage").arg(device)).json;
        return use[QStringLiteral("recordings")].toInteger();
    }

    const QString device;
    const RecordedFile row;
    const QString path; ///< of its recordings
    const QString stream;
    const qint64 lengthMs;
    const TestAccount &account;
};
