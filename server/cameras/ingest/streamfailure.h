// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"

#include <QString>

/// A stream could not be opened, or has ended.
///
/// The reason names one of three causes and no more. A closed port, a filtered port, and a name without an address look
/// alike, so that a camera's URL cannot be used to explore other networks. It never contains an address or credentials.
struct StreamFailure
{
    CameraState state = CameraState::Offline;
    QString reason; ///< a text for users

    static StreamFailure notReachable();
    static StreamFailure wrongCredentials();
    /// The source answers, but not with a stream that can be shown.
    static StreamFailure notAStream();
};
