// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/onvif.h"

#include <chrono>

/// Finds cameras on the networks of this machine by WS-Discovery: a probe goes to the multicast address of each
/// network, and cameras answer with the addresses of their ONVIF services.
namespace OnvifDiscovery {

constexpr qsizetype most = 100; ///< cameras

/// Returns the cameras that answer within a time. Blocks.
///
/// Thread: any.
QList<DiscoveredCamera> probe(std::chrono::milliseconds time);
/// Returns the camera that an answer describes, or nothing if it is not an answer to the probe with this ID.
std::optional<DiscoveredCamera> parse(const QByteArray &answer, const QString &probeId);
}
