// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/retry.h"

#include <QRandomGenerator>
#include <QThread>

namespace {
constexpr int most = 3;
constexpr int firstPause = 5; // milliseconds; each later one is twice as long
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
    // The jitter keeps two that met from meeting again.
    const int pause = firstPause << m_used++;
    QThread::msleep(pause + QRandomGenerator::global()->bounded(pause * 2));
    qInfo("A transaction is run again, retry %d of %d: %s", m_used, most, error.what());
    return true;
}
