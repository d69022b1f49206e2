// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

/// A request to the API.
struct ApiRequest
{
    /// The credentials of the request.
    enum class As {
        User, ///< the session's access token, renewed once if the server refuses it
        App, ///< the app's own id and key (HTTP Basic)
        Nobody,
    };

    static ApiRequest get(const QString &path, const QUrlQuery &query = {});
    /// Returns a POST that creates an object. The request has an Idempotency-Key, so that a repetition after a lost
    /// connection creates the object only once. Qt's network layer repeats requests too.
    static ApiRequest create(const QString &path, const QJsonObject &body);
    static ApiRequest post(const QString &path, const QJsonObject &body);
    /// Returns a POST of raw bytes, such as a picture of type `image/png`.
    static ApiRequest upload(const QString &path, const QByteArray &content, const QByteArray &type);
    static ApiRequest put(const QString &path, const QJsonObject &body = {});
    static ApiRequest remove(const QString &path);
    static ApiRequest remove(const QString &path, const QJsonObject &body);

    ApiRequest &&asApp() &&;
    /// Makes the server refuse the request with 412 if the object no longer has this ETag.
    ApiRequest &&ifMatch(const QByteArray &etag) &&;
    ApiRequest &&within(std::chrono::milliseconds timeout) &&;

    QByteArray method;
    QString path; ///< after `/v1`, such as `/devices`
    QUrlQuery query;
    std::optional<QJsonObject> body;
    QByteArray content{}; ///< raw bytes, instead of `body`
    QByteArray contentType{}; ///< media type of `content`; of a GET: of the answer
    As as = As::User;
    QByteArray etag;
    QByteArray idempotencyKey;
    std::chrono::milliseconds timeout{30'000}; ///< longest time without transferred bytes
};
