// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/usageflusher.h"

#include "server/core/db/retry.h"

#include <algorithm>

UsageFlusher::UsageFlusher(Database &database, UsageMeter &meter)
    : m_database(database)
    , m_meter(meter)
    , m_store(database)
    , m_clock(std::chrono::seconds(1), "Cannot count the calls of apps in the database", [this] {
        write();
        readBack();
    })
{
}

UsageFlusher::~UsageFlusher() { m_clock.callNow(); }

void UsageFlusher::write()
{
    QList<UsageMeter::Entry> entries = m_meter.take();
    if (entries.isEmpty())
        return;
    // All servers write in the same order, so that two of them never deadlock over each other's rows.
    std::sort(entries.begin(), entries.end(),
              [](const auto &a, const auto &b) { return std::tie(a.app, a.day) < std::tie(b.app, b.day); });
    QList<UsageMeter::Count> sums;
    try {
        inTransaction(m_database, [&] {
            sums.clear();
            for (const auto &entry : std::as_const(entries))
                sums += m_store.add(entry);
        });
    } catch (...) {
        for (const auto &entry : std::as_const(entries))
            m_meter.putBack(entry);
        throw;
    }
    for (qsizetype i = 0; i < entries.size(); ++i)
        m_meter.written(entries[i], sums[i]);
}

void UsageFlusher::readBack()
{
    const QDate day = m_meter.today();
    for (const UsageRow &row : m_store.ofDay(day, m_meter.withQuota()))
        m_meter.know(row.appId, day, row.count());
}
