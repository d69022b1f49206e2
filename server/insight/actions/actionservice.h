// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/devices/deviceservice.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"
#include "server/insight/actions/actionjournal.h"
#include "server/insight/actions/actionstore.h"

#include <functional>
#include <optional>

/// The activity log of an account: the actions of its users.
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

    /// Records one action or several. Several actions are either all recorded or none.
    ///
    /// Throws: 422 for a device that the caller cannot see, a time in the future, or too much data. For several actions
    /// the pointers start with `/actions/<index>`.
    Action record(const Caller &caller, const Action &wanted);
    ActionsRecorded record(const Caller &caller, const ActionBatch &wanted);

    struct Page
    {
        QList<Action> actions; ///< one more than the page if there is a next page
        std::optional<qint64> total;
    };
    /// list() and summary() return the actions of the account in `query`: the caller's own or, for staff, any account.
    ///
    /// Throws: 404 for an account that the caller cannot see.
    Page list(const Caller &caller, const ActionQuery &query, const PageRequest &page);
    QList<ActionCount> summary(const Caller &caller, const ActionQuery &query);

private:
    QList<Action> checked(const Caller &caller, const QList<Action> &wanted,
                          const std::function<QString(qsizetype index)> &pointerOf);

    Database &m_database;
    ActionStore m_store;
    ActionJournal &m_journal;
    DeviceService &m_devices;
    Visibility m_visibility;
};

/// Returns the routes of the activity log.
RouteTable actionRoutes(ActionService &actions);
