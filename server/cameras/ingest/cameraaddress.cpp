// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/cameraaddress.h"

#include "server/cameras/ingest/streamfailure.h"
#include "server/core/net/hostresolver.h"

Destination checkedDestination(const QUrl &url, const QString &owner, const MediaSettings &settings,
                               const WaitLimit &wait)
{
    try {
        const LookUpOwner account{owner};
        const auto addresses = settings.allowPrivate ? settings.hosts->resolve(url.host(), account, wait.stop())
                                                     : settings.hosts->resolvePublic(url.host(), account, wait.stop());
        return Destination(url, addresses);
    } catch (const HostError &) {
        throw StreamFailure::notReachable();
    }
}
