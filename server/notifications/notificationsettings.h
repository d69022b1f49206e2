// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// Where notifications may go, and how soon they are sent again.
struct NotificationSettings
{
    bool allowPrivateWebhooks = false; ///< at private and loopback addresses, and without TLS
    std::chrono::milliseconds retry = std::chrono::seconds(5); ///< before the second try; later pauses grow
};
