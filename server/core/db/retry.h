// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <type_traits>

/// Decides whether work is run again after the engine gave its transaction up.
class Retries
{
public:
    explicit Retries(Database &database);

    /// Waits a few milliseconds and returns true, three times at most. Returns false where running the work again would
    /// be wrong: something of it has been committed, or it is itself a part of a transaction.
    bool again(const TransactionAborted &error);

private:
    Database &m_database;
    quint64 m_commits;
    int m_used = 0;
};

/// Runs `work`, and runs it again as a whole, up to three times, when a transaction in it is aborted by the engine: a
/// deadlock, a serialization failure or a lost connection.
///
/// `work` must have no effect outside the database before its transaction is committed; what it starts afterwards
/// belongs into `Database::afterCommit()`. Inside a transaction or a deferral the exception goes to the outermost
/// caller, as only the whole can be repeated.
///
/// Throws: what `work` throws. Thread: the database's; the pauses block it.
template <typename Work>
auto retrying(Database &database, Work work) -> std::invoke_result_t<Work>
{
    for (Retries retries(database);;) {
        try {
            return work();
        } catch (const TransactionAborted &error) {
            if (!retries.again(error))
                throw;
        }
    }
}

/// Runs `work` in a transaction of its own, commits, and returns what `work` returned; as retrying(). A handler of a
/// request needs no such thing, since the router repeats the request. Everything else that writes does.
template <typename Work>
auto inTransaction(Database &database, Work work) -> std::invoke_result_t<Work>
{
    return retrying(database, [&] {
        Transaction transaction(database);
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            transaction.commit();
        } else {
            auto result = work();
            transaction.commit();
            return result;
        }
    });
}
