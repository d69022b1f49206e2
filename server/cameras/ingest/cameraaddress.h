// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"
#include "server/core/net/destination.h"
#include "server/core/net/waitlimit.h"

/// Resolves the host of a URL, and checks that the server may connect to its address. `owner` is CameraSource::owner.
/// Call the function again for each connection and for each redirect, because a name may resolve differently a moment
/// later.
///
/// Throws: StreamFailure.
Destination checkedDestination(const QUrl &url, const QString &owner, const MediaSettings &settings,
                               const WaitLimit &wait);
