// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QUrl>
#include <QVariantMap>

#include <chrono>

class ApiClient;

/// Returns the full URL for a path that the server has signed. Returns an empty URL if the path is empty, as it is for
/// a picture that does not exist.
QUrl signedUrl(const ApiClient &client, const QString &address);

/// The signed URLs of a camera's live streams, for players that cannot send a token. The URLs expire.
struct StreamUrls
{
    /// Reads the answer of `GET /streams/:device_id`.
    static StreamUrls fromJson(const ApiClient &client, const QJsonObject &json);

    /// Returns the time until new URLs should be requested: half of the remaining time, at least 30 seconds.
    std::chrono::milliseconds renewIn(const QDateTime &now) const;
    /// Returns the URLs as the roles `hlsUrl`, `mjpegUrl`, and `snapshotUrl`.
    QVariantMap roles() const;

    QUrl hls;
    QUrl mjpeg;
    QUrl snapshot;
    QDateTime expires; ///< null if unknown
};
