// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QUrl>
#include <QVariantMap>

#include <chrono>

class ApiClient;

/// Where a camera's live pictures are, for whoever cannot send a token along: signed, and so for a while only.
struct StreamUrls
{
    /// From the answer of `GET /streams/:device_id`.
    static StreamUrls fromJson(const ApiClient &client, const QJsonObject &json);

    /// When to ask for new ones: while there is still half of the time, at least half a minute from now.
    std::chrono::milliseconds renewIn(const QDateTime &now) const;
    /// As roles: `hlsUrl`, `mjpegUrl`, `snapshotUrl`.
    QVariantMap roles() const;

    QUrl hls;
    QUrl mjpeg;
    QUrl snapshot;
    QDateTime expires; ///< null when nothing says so
};
