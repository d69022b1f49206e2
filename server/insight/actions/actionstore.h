// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/action.h"
#include "server/core/db/database.h"

struct PageRequest;

/// Which actions are meant. What is null, empty or invalid does not narrow it.
struct ActionQuery
{
    AccountId account;
    DeviceId device;
    QString type;
    QDateTime from; ///< done at or after
    QDateTime to; ///< done before
};

/// The SQL of actions.
class ActionStore
{
public:
    explicit ActionStore(Database &database)
        : m_database(database)
    {
    }

    /// All in one transaction. One that is there already, or whose account is gone, is passed over.
    void insert(const QList<Action> &actions);
    /// Newest first, by `at` and id.
    QList<Action> list(const ActionQuery &query, const PageRequest &page);
    qint64 count(const ActionQuery &query);
    /// By hour, device and type; the newest hour first.
    QList<ActionCount> summary(const ActionQuery &query);
    qint64 removeBefore(const QDateTime &created);

private:
    Database &m_database;
};
