// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/insight/newmark.h"
#include "server/core/http/caller.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

class EventStore;

/// Marks that are made outside, by an app's own analytics, and those that an administrator removes.
class OutsideMarks
{
public:
    OutsideMarks(Database &database, EventStore &events, MarkFiles files)
        : m_database(database)
        , m_store(database)
        , m_events(events)
        , m_files(std::move(files))
    {
    }

    /// On a device of the caller's account; for administrators, on any. Writes files. Throws Problem 404 for another's
    /// device; 422 for a time to come, one that ends before it begins, a mode that the account may not use, and a
    /// snapshot that is no JPEG.
    DeviceMark add(const Caller &caller, const NewMark &wanted);
    /// For good, with its media. Throws Problem 404.
    void remove(DeviceMarkId mark);

private:
    Device deviceOf(const Caller &caller, DeviceId id);
    void check(const Device &device, const NewMark &wanted, const QByteArray &jpeg);
    void savePictures(DeviceMark &mark, const QByteArray &jpeg);
    void record(const DeviceMark &mark);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    MarkFiles m_files;
};
