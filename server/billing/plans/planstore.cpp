// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plans/planstore.h"

QList<RetentionPlan> PlanStore::onSale()
{
    return m_database.select<RetentionPlan>(
        "SELECT * FROM retention_plan WHERE withdrawn_at IS NULL ORDER BY created_at, retention_id");
}

std::optional<RetentionPlan> PlanStore::find(RetentionId plan)
{
    return m_database.one<RetentionPlan>("SELECT * FROM retention_plan WHERE retention_id = ?", plan);
}

std::optional<RetentionPlan> PlanStore::findForShare(RetentionId plan)
{
    return m_database.one<RetentionPlan>("SELECT * FROM retention_plan WHERE retention_id = ?" + m_database.forShare(),
                                         plan);
}

std::optional<RetentionPlan> PlanStore::findForUpdate(RetentionId plan)
{
    return m_database.one<RetentionPlan>("SELECT * FROM retention_plan WHERE retention_id = ?" + m_database.forUpdate(),
                                         plan);
}

void PlanStore::withdraw(RetentionId plan, const QDateTime &now)
{
    m_database.exec("UPDATE retention_plan SET withdrawn_at = ? WHERE retention_id = ?", now, plan);
}

void PlanStore::remove(RetentionId plan) { m_database.exec("DELETE FROM retention_plan WHERE retention_id = ?", plan); }

bool PlanStore::wasOrdered(RetentionId plan)
{
    return m_database.value("SELECT 1 FROM purchase_order WHERE retention_id = ? LIMIT 1", plan).isValid();
}

std::optional<PlanInForce> PlanStore::inForce(AccountId account)
{
    return m_database.one<PlanInForce>("SELECT * FROM account_plan WHERE account_id = ?", account);
}

QList<PlanInForce> PlanStore::allInForce()
{
    return m_database.select<PlanInForce>("SELECT * FROM account_plan ORDER BY account_id");
}

void PlanStore::putInForce(const PlanInForce &plan)
{
    m_database.exec("INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
                    "since, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET "
                    "retention_id = excluded.retention_id, order_id = excluded.order_id, name = excluded.name, "
                    "days = excluded.days, storage_bytes = excluded.storage_bytes, devices = excluded.devices, "
                    "since = excluded.since, until = excluded.until",
                    plan.accountId, plan.retentionId, plan.orderId, plan.name, plan.days, plan.storageBytes,
                    plan.devices, plan.since, plan.until);
}

void PlanStore::endOf(AccountId account) { m_database.exec("DELETE FROM account_plan WHERE account_id = ?", account); }

QList<PlanInForce> PlanStore::ended(const QDateTime &now)
{
    return m_database.select<PlanInForce>("SELECT * FROM account_plan WHERE until <= ? ORDER BY account_id", now);
}

std::optional<PlanInForce> PlanStore::takeEnded(AccountId account, const QDateTime &now)
{
    return m_database.one<PlanInForce>("DELETE FROM account_plan WHERE account_id = ? AND until <= ? RETURNING *",
                                       account, now);
}
