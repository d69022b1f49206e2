// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/cameracredentials.h"

#include "server/core/net/destination.h"

using namespace Qt::StringLiterals;

namespace {
CameraCredentials inUrl(const QUrl &url)
{
    return {url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
}
}

CameraCredentials CameraCredentials::of(const NewDevice &wanted)
{
    const bool hasFields = !wanted.username.isEmpty() || !wanted.password.isEmpty();
    return hasFields ? CameraCredentials{wanted.username, wanted.password} : inUrl(wanted.sourceUrl);
}

CameraCredentials CameraCredentials::after(const Device &before, const NewDevice &wanted, const DeviceChange &change)
{
    const bool hasFields = change.setsUsername || change.setsPassword;
    if (!hasFields && !wanted.sourceUrl.userInfo().isEmpty())
        return inUrl(wanted.sourceUrl);
    CameraCredentials credentials{wanted.username, {}};
    if (change.setsPassword)
        credentials.password = wanted.password;
    else if (!Destination::isSameHost(before.sourceUrl, wanted.sourceUrl))
        credentials.password = QString();
    return credentials;
}
