// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <type_traits>

/// Decides whether work is run again after its transaction was aborted.
class Retries
{
public:
    explicit Retries(Database &database);

    /// Waits a few milliseconds and returns true, at most three times. Returns false if the work must not be run again:
    /// a part of it has been committed, or it is part of a larger transaction.
    bool again(const TransactionAborted &error);

private:
    Database &m_database;
    quint64 m_commits;
    int m_used = 0;
};

/// Runs `work`. If the engine aborts a transaction in it, because of a deadlock, a serialization failure or a lost
/// connection, runs it again as a whole, up to three times.
///
/// `work` must have no effect outside the database before its transaction is committed. Later effects belong in
/// `Database::afterCommit()`. Inside a transaction or a deferral, the exception reaches the outermost caller, because
/// only the whole transaction can be repeated.
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

/// Runs `work` in a transaction, commits, and returns the result of `work`. Repeats like retrying(). All writes use
/// this function, except those of request handlers, because the router repeats requests.
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
