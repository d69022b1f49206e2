// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/caller.h"
#include "server/identity/access/visibility.h"
#include "server/insight/actions/actionjournal.h"
#include "server/insight/actions/actionstore.h"

#include <optional>

/// The activity log of an account: what its users did.
class ActionService
{
public:
    ActionService(Database &database, ActionJournal &journal, DeviceService &devices)
        : m_database(database)
        , m_store(database)
        , m_journal(journal)
        , m_devices(devices)
        , m_visibility(database)
    {
    }

    /// Throws Problem 422, with the pointer of what is wrong below `/actions/N` for one of several: for a device that
    /// the caller does not see, a time that is still to come, or too much data.
    Action record(const Caller &caller, const Action &wanted);
    ActionsRecorded record(const Caller &caller, const ActionBatch &wanted);

    struct Page
    {
        QList<Action> actions;
        std::optional<qint64> total;
    };
    /// Of the caller's account, or, for staff, of another's.
    Page list(const Caller &caller, const ActionQuery &query, const PageRequest &page);
    QList<ActionCount> summary(const Caller &caller, const ActionQuery &query);

private:
    Action checked(const Caller &caller, Action action, const QString &pointer, FieldErrors &errors);

    Database &m_database;
    ActionStore m_store;
    ActionJournal &m_journal;
    DeviceService &m_devices;
    Visibility m_visibility;
};
