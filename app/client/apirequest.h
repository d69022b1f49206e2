// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

/// One call to the API, as a value.
struct ApiRequest
{
    /// Whose credentials go with the call.
    enum class As {
        User, ///< the session's access token, renewed once when the server finds it spent
        App, ///< the app's own id and key (HTTP Basic)
        Nobody,
    };

    static ApiRequest get(const QString &path, const QUrlQuery &query = {});
    /// A POST that makes something: carries an Idempotency-Key, so that a repetition after a lost connection (by Qt's
    /// own network layer too) makes it once.
    static ApiRequest create(const QString &path, const QJsonObject &body);
    static ApiRequest post(const QString &path, const QJsonObject &body);
    /// A POST of a file as it is, such as a picture of `type` image/png.
    static ApiRequest upload(const QString &path, const QByteArray &content, const QByteArray &type);
    static ApiRequest put(const QString &path, const QJsonObject &body = {});
    static ApiRequest remove(const QString &path);
    static ApiRequest remove(const QString &path, const QJsonObject &body);

    ApiRequest &&asApp() &&;
    /// Refused with 412 when the object is no longer the one with this ETag.
    ApiRequest &&ifMatch(const QByteArray &etag) &&;
    ApiRequest &&within(std::chrono::milliseconds timeout) &&;

    QByteArray method;
    QString path; ///< after `/v1`, such as `/devices`
    QUrlQuery query;
    std::optional<QJsonObject> body;
    QByteArray content{}; ///< instead of `body`: bytes as they are
    QByteArray contentType{}; ///< of `content`
    As as = As::User;
    QByteArray etag;
    QByteArray idempotencyKey;
    std::chrono::milliseconds timeout{30'000}; ///< without any byte moving
};
