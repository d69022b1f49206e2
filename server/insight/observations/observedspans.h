// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/observedspan.h"
#include "server/cameras/streams/spanlinks.h"
#include "server/core/http/caller.h"
#include "server/insight/observations/observationfiles.h"

class DeviceService;

/// Tells what the analysis of a camera saw in a span of the past, so that boxes can be drawn on its recording.
class ObservedSpans
{
public:
    static constexpr qint64 longest = 120'000; ///< milliseconds

    ObservedSpans(DeviceService &devices, ObservationFiles &files, const Relay &relay)
        : m_devices(devices)
        , m_files(files)
        , m_relay(relay)
    {
    }

    /// Returns the moments of the span, but for those whose recording was deleted. The analysis of the last minute or
    /// so may not be stored yet.
    ///
    /// Throws: like DeviceService::watchable().
    /// Thread: the network pool, because another server may have the files.
    ObservedSpan between(const Caller &caller, DeviceId device, const WatchedSpan &span);

private:
    DeviceService &m_devices;
    ObservationFiles &m_files;
    const Relay &m_relay;
};

RouteTable observedSpanRoutes(ObservedSpans &spans);
