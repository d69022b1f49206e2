// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/streamurls.h"

#include "app/client/apiclient.h"
#include "models/core/utc.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QUrl signedUrl(const ApiClient &client, const QString &address)
{
    return QUrl(address).path().isEmpty() ? QUrl() : client.url(address);
}

StreamUrls StreamUrls::fromJson(const ApiClient &client, const QJsonObject &json)
{
    const auto url = [&client, &json](QLatin1StringView member) { return signedUrl(client, json[member].toString()); };
    StreamUrls urls{.hls = url("hls"_L1), .mjpeg = url("mjpeg"_L1), .snapshot = url("snapshot"_L1), .expires = {}};
    const qint64 seconds = QUrlQuery(urls.mjpeg).queryItemValue(u"expires"_s).toLongLong();
    if (seconds > 0)
        urls.expires = QDateTime::fromSecsSinceEpoch(seconds, Times::utc);
    return urls;
}

std::chrono::milliseconds StreamUrls::renewIn(const QDateTime &now) const
{
    if (!expires.isValid())
        return 5min;
    return std::max<std::chrono::milliseconds>(30s, std::chrono::milliseconds(now.msecsTo(expires) / 2));
}

QVariantMap StreamUrls::roles() const
{
    return {{u"hlsUrl"_s, hls}, {u"mjpegUrl"_s, mjpeg}, {u"snapshotUrl"_s, snapshot}};
}
