// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/insight/newmark.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/identity/access/caps.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

class EventStore;

/// Adds marks from an app's own analytics, and deletes marks for administrators.
class OutsideMarks
{
public:
    OutsideMarks(Database &database, EventStore &events, MarkFiles files, const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_events(events)
        , m_files(std::move(files))
        , m_caps(caps)
    {
    }

    /// Adds a mark to a device of the caller's account or, for administrators, of any account. Returns it with its
    /// mode.
    ///
    /// Throws: 404 for a device of another account; 422 for times that are not valid, a mode that the account cannot
    /// use, or a snapshot that ImageFile refuses; 422 `too_many` if the account has Caps::marks. Thread: the upload
    /// pool, because the function writes files.
    DeviceMark add(const Caller &caller, const NewMark &wanted);
    /// Permanently deletes a mark and its media.
    ///
    /// Throws: 404; 412 unless the precondition holds.
    void remove(DeviceMarkId mark, const Precondition &precondition);

private:
    Device deviceOf(const Caller &caller, DeviceId id);
    void check(const Device &device, const NewMark &wanted, FieldErrors &errors);
    void requireRoom(AccountId account);
    void record(const DeviceMark &mark);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    MarkFiles m_files;
    const Caps m_caps;
};
