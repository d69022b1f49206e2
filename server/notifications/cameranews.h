// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/core/jobs/job.h"

#include <chrono>
#include <optional>

/// Reports lost and found cameras once their state has lasted. A short interruption is not reported. A camera that
/// keeps coming and going is reported once, with the number of interruptions, and again when it has settled.
class CameraNews
{
public:
    /// The kind of job that reports; its key is the camera's id.
    static constexpr JobKind job{.name = QLatin1StringView("camera_news"), .lane = Job::Lane::Outbound};

    /// `settles`: the time for which a state must last. `outlet`: takes the events of the notifications.
    CameraNews(Database &database, std::chrono::milliseconds settles, EventOutlet outlet = {})
        : m_database(database)
        , m_settles(settles)
        , m_outlet(std::move(outlet))
    {
    }

    /// Returns whether a headline is about a camera that was lost or found.
    static bool concerns(const Headline &headline);
    /// Keeps a change for report().
    ///
    /// Transaction: the caller's.
    void changed(AccountId account, DeviceId device, const Headline &headline);
    /// Creates the notification that is due. Returns the time of the next call, or nothing when the camera has settled.
    std::optional<QDateTime> report(DeviceId device);

private:
    Database &m_database;
    std::chrono::milliseconds m_settles;
    EventOutlet m_outlet;
};
