// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/apirequest.h"

#include <QUuid>

namespace {
ApiRequest request(const QByteArray &method, const QString &path, std::optional<QJsonObject> body = {})
{
    ApiRequest made;
    made.method = method;
    made.path = path;
    made.body = std::move(body);
    return made;
}
}

ApiRequest ApiRequest::get(const QString &path, const QUrlQuery &query)
{
    auto made = request("GET", path);
    made.query = query;
    return made;
}

ApiRequest ApiRequest::create(const QString &path, const QJsonObject &body)
{
    auto made = request("POST", path, body);
    made.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return made;
}

ApiRequest ApiRequest::post(const QString &path, const QJsonObject &body) { return request("POST", path, body); }

ApiRequest ApiRequest::upload(const QString &path, const QByteArray &content, const QByteArray &type)
{
    auto made = request("POST", path);
    made.content = content;
    made.contentType = type;
    return made;
}

ApiRequest ApiRequest::put(const QString &path, const QJsonObject &body) { return request("PUT", path, body); }

ApiRequest ApiRequest::remove(const QString &path) { return request("DELETE", path); }

ApiRequest ApiRequest::remove(const QString &path, const QJsonObject &body) { return request("DELETE", path, body); }

ApiRequest &&ApiRequest::asApp() &&
{
    as = As::App;
    return std::move(*this);
}

ApiRequest &&ApiRequest::ifMatch(const QByteArray &tag) &&
{
    etag = tag;
    return std::move(*this);
}

ApiRequest &&ApiRequest::within(std::chrono::milliseconds limit) &&
{
    timeout = limit;
    return std::move(*this);
}
