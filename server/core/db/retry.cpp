// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/retry.h"

#include <QRandomGenerator>
#include <QThread>

namespace {
constexpr int most = 3;
constexpr int firstPause = 5; // milliseconds; doubles with each retry
}

Retries::Retries(Database &database)
    : m_database(database)
    , m_commits(database.commits())
{
}

bool Retries::again(const TransactionAborted &error)
{
    if (m_used == most || m_database.isInTransaction() || m_database.commits() != m_commits)
        return false;
    // The jitter prevents the same two transactions from colliding again.
    const int pause = firstPause << m_used++;
    QThread::msleep(pause + QRandomGenerator::global()->bounded(pause * 2));
    qInfo("The transaction is run again (retry %d of %d): %s", m_used, most, error.what());
    return true;
}
