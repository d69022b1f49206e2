// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"

#include <QString>

/// Thrown if a stream cannot be opened, or has ended.
///
/// The reason of a failed connection is one of the three below. It does not distinguish a closed port, a filtered port,
/// and a name without an address, so that users cannot explore other networks through the URL of a camera. It never
/// contains an address or credentials.
struct StreamFailure
{
    CameraState state = CameraState::Offline;
    QString reason; ///< a text for users

    static StreamFailure notReachable();
    static StreamFailure wrongCredentials();
    /// The source answers, but does not send a stream that can be shown.
    static StreamFailure notAStream();
};
