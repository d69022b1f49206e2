// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plans/plankeeper.h"

#include "models/core/times.h"
#include "server/billing/orders/orderjournal.h"
#include "server/billing/orders/ordersteps.h"
#include "server/cameras/archive/archivestore.h"
#include "server/insight/marks/markstore.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto lookEvery = std::chrono::minutes(10);
constexpr int batch = 100;
}

PlanKeeper::PlanKeeper(Database &database, std::function<void()> recorded, std::chrono::hours binLifetime)
    : m_database(database)
    , m_events(database, std::move(recorded))
    , m_orders(database)
    , m_plans(database)
    , m_binLifetime(binLifetime)
{
    QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { keep(); });
    m_clock.start(lookEvery);
    keep();
}

void PlanKeeper::keep()
{
    const QDateTime now = Times::now();
    try {
        expireOrders(now);
        endPlans(now);
        for (const PlanInForce &plan : m_plans.allInForce())
            throwAwayUncovered(plan, now);
    } catch (const std::exception &error) {
        qWarning("Plans are not kept: %s", error.what());
    }
}

void PlanKeeper::expireOrders(const QDateTime &now)
{
    OrderJournal journal(m_database, m_events);
    QList<OrderId> overdue;
    do {
        overdue = m_orders.overdue(now, batch);
        for (const OrderId id : overdue) {
            Transaction transaction(m_database);
            auto order = m_orders.findForUpdate(id);
            if (!order || !OrderSteps::isOpen(order->status)) // paid in the meantime
                continue;
            OrderStep step;
            step.status = OrderStep::Status::Expired;
            step.by = OrderStep::By::System;
            journal.write(*order, step);
            transaction.commit();
        }
    } while (overdue.size() == batch);
}

void PlanKeeper::endPlans(const QDateTime &now)
{
    Transaction transaction(m_database);
    for (const PlanInForce &plan : m_plans.takeEnded(now))
        m_events.record(plan.accountId, u"plan.changed"_s, {{u"account_id"_s, plan.accountId.toString()}});
    transaction.commit();
}

void PlanKeeper::throwAwayUncovered(const PlanInForce &plan, const QDateTime &now)
{
    while (throwAwayData(plan, now) == batch) { }
    while (throwAwayMarks(plan, now) == batch) { }
}

qsizetype PlanKeeper::throwAwayData(const PlanInForce &plan, const QDateTime &now)
{
    ArchiveStore archive(m_database);
    Transaction transaction(m_database);
    auto uncovered = archive.takenBefore(plan.accountId, now.addDays(-plan.days), batch);
    for (DeviceData &data : uncovered) {
        data.deletedAt = now;
        data.purgeAt = purgeAt(now);
        archive.update(data);
        m_events.record(
            plan.accountId, u"data.deleted"_s,
            {{u"device_id"_s, data.deviceId.toString()}, {u"data_id"_s, data.dataId.toString()}, {u"by"_s, u"plan"_s}});
    }
    transaction.commit();
    return uncovered.size();
}

/// Of the storage, photos and videos take theirs first: no more of them are taken than fit.
qsizetype PlanKeeper::throwAwayMarks(const PlanInForce &plan, const QDateTime &now)
{
    MarkStore marks(m_database);
    Transaction transaction(m_database);
    auto uncovered = marks.startedBefore(plan.accountId, now.addDays(-plan.days), batch);
    if (uncovered.isEmpty() && plan.storageBytes > 0) {
        const qint64 archived = ArchiveStore(m_database).archivedBytes(plan.accountId);
        uncovered = marks.beyondBytes(plan.accountId, std::max<qint64>(0, plan.storageBytes - archived), batch);
    }
    if (uncovered.isEmpty())
        return 0;
    marks.throwIntoBin(uncovered, now, purgeAt(now));
    QJsonArray ids;
    for (const DeviceMarkId mark : std::as_const(uncovered))
        ids += mark.toString();
    m_events.record(plan.accountId, u"mark.deleted"_s, {{u"mark_ids"_s, ids}, {u"by"_s, u"plan"_s}});
    transaction.commit();
    return batch; // perhaps not all of them
}

QDateTime PlanKeeper::purgeAt(const QDateTime &now) const
{
    return now.addSecs(std::chrono::seconds(m_binLifetime).count());
}
