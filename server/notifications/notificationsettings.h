// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// The settings for the delivery of notifications.
struct NotificationSettings
{
    bool allowPrivateWebhooks = false; ///< allow private and loopback addresses, and HTTP without TLS
    std::chrono::milliseconds retry = std::chrono::seconds(5); ///< pause before the first retry; later pauses grow
    /// The time for which a camera must be offline, or online again, before a notification reports it; 0: at once.
    std::chrono::milliseconds cameraSettles = std::chrono::seconds(60);
};
