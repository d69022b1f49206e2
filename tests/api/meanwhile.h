// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"
#include "tests/support/httpclient.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <functional>
#include <future>

/// Runs the statements in a transaction, sends a request that waits for the changed rows, commits, and returns the
/// answer. The request thus decides between its admission and its transaction. PostgreSQL only: SQLite has a single
/// writer, and nothing shows that a request waits for it.
inline Answer answerMeanwhile(const TestServer &server, const QStringList &statements,
                              const std::function<Answer()> &request)
{
    Database outside(server.database());
    Transaction transaction(outside);
    for (const QString &statement : statements)
        outside.exec(statement.toUtf8());
    auto waiting = std::async(std::launch::async, request);
    Database watching(server.database());
    const auto waits = [&] {
        return watching.value("SELECT count(*) FROM pg_locks WHERE NOT granted").toInt() > 0
            || waiting.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    };
    if (!QTest::qWaitFor(waits, 30000))
        qWarning("The request neither waits nor is answered.");
    transaction.commit();
    return waiting.get();
}
