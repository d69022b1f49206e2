// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/identity/access/visibility.h"
#include "server/insight/modes/modestore.h"
#include "server/insight/modes/nearmissstore.h"
#include "server/insight/zones/zonestore.h"

#include <functional>

class Condition;
class EventStore;
class ObjectFinder;

/// What a token needs to learn what the modes of an account have seen or would have seen: the modes, and what is kept
/// of the cameras.
inline constexpr auto scopeOfObservations = Scope(quint32(Scope::ModesRead) | quint32(Scope::DataRead));

/// Manages device modes. An account has its own modes. Built-in modes are available to all accounts, and only
/// administrators can change them.
class ModeService
{
public:
    ModeService(Database &database, EventStore &events, ObjectFinder &objects, const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_nearMisses(database)
        , m_zones(database)
        , m_events(events)
        , m_objects(objects)
        , m_caps(caps)
        , m_visibility(database)
    {
    }

    struct Found
    {
        QList<DeviceMode> modes; ///< one more than the page, if there is a next page
        std::optional<qint64> total;
    };
    /// Returns a page of the built-in modes and those of the account. A person with whom the account shares devices
    /// gets only the built-in modes and those with marks of these devices, without conditions and actions.
    ///
    /// Throws: 404 for another account.
    Found list(const Caller &caller, AccountId account, const PageRequest &page);
    DeviceMode get(const Caller &caller, DeviceModeId mode);
    /// Returns a page of the versions of a mode, newest first.
    Found versions(const Caller &caller, DeviceModeId mode, const PageRequest &page);
    struct FoundNearMisses
    {
        QList<ModeNearMiss> misses; ///< one more than the page, if there is a next page
        std::optional<qint64> total;
    };
    /// Returns what nearly made a mark of this mode in the last day, on the cameras of the caller's account. `query`
    /// has the device and the times.
    ///
    /// Throws: 404 for a mode or a device of another account.
    FoundNearMisses nearMisses(const Caller &caller, DeviceModeId mode, NearMissQuery query, const PageRequest &page);
    /// Creates a mode for the caller's account or, if `system` is true, a built-in mode.
    ///
    /// Throws: 403 if `system` is true and the caller is not an administrator; 403 `insufficient_scope` for the action
    /// `capture_mode` without the scope `devices`; 422 with the pointer of each node that
    /// is not valid, or `too_many`.
    DeviceMode add(const Caller &caller, DeviceMode wanted, bool system);
    /// Returns the oldest mode of the caller's account with the name of `wanted`. Creates `wanted` if there is none.
    ///
    /// Throws: 422 `too_many`.
    /// Transaction: the caller's, which holds the lock on the account.
    DeviceMode ownNamed(const Caller &caller, DeviceMode wanted);
    /// Returns what is wrong with the conditions, the actions, and the schedule of a mode of an account. What equals
    /// that of `stored`, which may be null, is not checked: it was checked when it was stored, and an earlier version
    /// may have accepted more.
    FieldErrors errorsOf(const DeviceMode &mode, const DeviceMode *stored = nullptr);
    /// Changes a mode and increments its version. Marks keep the version that created them. Only what differs from the
    /// stored mode is checked.
    ///
    /// Throws: also 403 `insufficient_scope` for a mode with the action `capture_mode`, without the scope `devices`.
    DeviceMode update(const Caller &caller, DeviceModeId mode, const Precondition &precondition,
                      const std::function<void(DeviceMode &)> &change);
    /// Deletes a mode. `replacement` may be null; if not, it replaces the mode in devices and groups.
    ///
    /// Throws: 409 `mode_in_use`, with `devices` and `groups`, if the mode is in use and there is no replacement;
    /// 409 `mode_required` for the fallback mode.
    void remove(const Caller &caller, DeviceModeId mode, const Precondition &precondition, DeviceModeId replacement);

private:
    DeviceMode insert(DeviceMode mode, AccountId account);
    DeviceMode changeableForUpdate(const Caller &caller, DeviceModeId mode, const Precondition &precondition);
    void check(const DeviceMode &mode, const DeviceMode *stored = nullptr);
    void checkZones(const Condition &condition, AccountId account, FieldErrors &errors);
    void replace(const Caller &caller, const DeviceMode &mode, DeviceModeId replacement);
    void record(const DeviceMode &mode, const QString &type);
    void requireRoomForVersion(AccountId account);
    DeviceMode withUnavailable(DeviceMode mode) const;
    QList<DeviceMode> withUnavailable(QList<DeviceMode> modes) const;

    Database &m_database;
    ModeStore m_store;
    NearMissStore m_nearMisses;
    ZoneStore m_zones;
    EventStore &m_events;
    ObjectFinder &m_objects;
    const Caps &m_caps;
    Visibility m_visibility;
};

/// Returns the routes of device modes.
RouteTable modeRoutes(ModeService &modes);
