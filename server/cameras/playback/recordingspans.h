// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"
#include "models/cameras/recordingspan.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/cameras/streams/spanlinks.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/identity/audit/auditlog.h"

class EventStore;
class Device;

/// Holds, releases, and deletes spans of recordings. Only users of the account may do so: a share is for watching.
///
/// A hold keeps the files that have a part of its span from the limits of cameras, plans, and the server, and their
/// device from being permanently deleted. A hold ends when it is released, or at its time `until`. What is held counts
/// against the storage of the account.
///
/// Deleting is permanent. It takes whole fragments, and what cannot be decoded without them. The index lists them no
/// more when the transaction commits; RecordingEraser removes their bytes. What the analysis saw from the first
/// fragment to the last is deleted with them; ObservationEraser removes it from files. The audit log tells who has
/// deleted which span of which camera, as the owner may have to account for a gap.
class RecordingSpans
{
public:
    static constexpr qint64 mostHolds = 1000; ///< of a device
    static constexpr std::chrono::hours longestHold{31 * 24};
    static constexpr std::chrono::hours longestRemoval{7 * 24}; ///< a transaction writes a row for some minutes of it
    static constexpr qsizetype mostSpansOfRemoval = SpanStore::mostRemovals / 4; ///< that timelines tell apart
    /// The newest recordings stay: the clips of marks may still need them.
    static constexpr std::chrono::minutes leastAge{5};

    RecordingSpans(Database &database, EventStore &events, const Caps &caps)
        : m_database(database)
        , m_audit(database)
        , m_events(events)
        , m_caps(caps)
        , m_store(database)
        , m_spans(database)
    {
    }

    /// Returns the holds in force that overlap the span.
    ///
    /// Throws: 404 unless the device belongs to the caller's account.
    QList<RecordingHold> holds(const Caller &caller, DeviceId device, const WatchedSpan &span);
    /// Holds a span, and replaces other holds in it.
    ///
    /// Throws: as above; 404 `not_recorded`; 403 `plan_limit_reached` or 422 `too_many` if more would be held than the
    /// account may store; 422 at `?to` for a span in the future, and at `/until` for a time in the past.
    RecordingHold hold(const Caller &caller, DeviceId device, const WatchedSpan &span, const DataHold &wanted);
    /// Ends the holds in a span.
    ///
    /// Throws: as holds().
    void release(const Caller &caller, DeviceId device, const WatchedSpan &span);
    /// Deletes a span.
    ///
    /// Throws: as above; 404 `not_recorded`; 409 `data_held` if a part of what would be deleted is held, which may be
    /// more than the span; 422 at `?to` if the span reaches into what is still being recorded.
    RecordingRemoval remove(const Caller &caller, DeviceId device, const WatchedSpan &span);

private:
    Device locked(const Caller &caller, DeviceId device);
    bool isRecorded(DeviceId device, const WatchedSpan &span);
    void requireRoom(AccountId account, const QDateTime &now);
    void requireFinished(DeviceId device, const WatchedSpan &span, const QDateTime &now);
    void requireNotHeld(const RecordingRemoval &removal, const QDateTime &now);
    void record(const Device &device);

    Database &m_database;
    AuditLog m_audit;
    EventStore &m_events;
    const Caps &m_caps;
    RecordingStore m_store;
    SpanStore m_spans;
};

RouteTable recordingSpanRoutes(RecordingSpans &spans);
