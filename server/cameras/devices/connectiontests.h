// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/connectionresult.h"
#include "server/cameras/devices/devicestore.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/core/limits/places.h"
#include "server/core/net/sourceaddress.h"

class ServerKey;

/// The connections that a process tests at a time. An account has one, because each occupies a thread of the network
/// pool for up to half a minute. Throws: 429 `too_many_tests`; 503 `overloaded`.
///
/// Thread: any.
class ConnectionSlots : public Places
{
public:
    static constexpr int most = 16; ///< the network pool has more threads than these

    ConnectionSlots();
};

/// Connects to a source as a camera does, before a device is added or changed.
class ConnectionTests
{
public:
    ConnectionTests(Database &database, const ServerKey &key, const SourcePolicy &policy, MediaSettings settings,
                    ConnectionSlots &running);

    /// Connects to the source, and reads until the first key frame. Nothing is stored.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 422 for a source that is not allowed; 429
    /// `too_many_tests`, `too_many_lookups`; 503 `overloaded`.
    ///
    /// Thread: the network pool, because the function blocks for up to 30 seconds.
    ConnectionResult run(const Caller &caller, const ConnectionWanted &wanted);

private:
    CameraSource sourceOf(const Caller &caller, const ConnectionWanted &wanted);

    DeviceStore m_store;
    const ServerKey &m_key;
    const SourcePolicy m_policy;
    const MediaSettings m_settings;
    ConnectionSlots &m_running;
};

RouteTable connectionTestRoutes(ConnectionTests &tests);
