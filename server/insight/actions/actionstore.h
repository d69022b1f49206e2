// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/action.h"
#include "server/core/db/database.h"

struct PageRequest;

/// A filter for the actions of an account. Fields that are null, empty, or invalid do not filter.
struct ActionQuery
{
    AccountId account;
    DeviceId device;
    QString type;
    QDateTime from; ///< time of the action at or after
    QDateTime to; ///< time of the action before
};

/// The SQL of actions.
class ActionStore
{
public:
    explicit ActionStore(Database &database)
        : m_database(database)
    {
    }

    /// Inserts actions. Actions that exist already or whose account was deleted are skipped.
    ///
    /// Transaction: its own.
    void insert(const QList<Action> &actions);
    /// Returns a page of actions, sorted by `at` and id, newest first. If there is a next page, the list has one more
    /// action than the page.
    QList<Action> list(const ActionQuery &query, const PageRequest &page);
    qint64 count(const ActionQuery &query);
    /// Returns the number of actions by hour, device, and type, newest hour first.
    QList<ActionCount> summary(const ActionQuery &query);
    /// Deletes the actions recorded before a time, and returns their number.
    qint64 removeBefore(const QDateTime &created);

private:
    Database &m_database;
};
