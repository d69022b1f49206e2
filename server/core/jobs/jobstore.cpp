// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/jobs/jobstore.h"

#include "models/core/times.h"
#include "server/core/base/clockslack.h"
#include "server/core/db/databaseclock.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QVariantList laneValues(const JobClaim &claim)
{
    QVariantList values{SqlValue::of(claim.lane)};
    for (const QString &kind : claim.kinds)
        values += kind;
    return values;
}

QVariant textOrNull(const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); }

qint64 untilThen(const QDateTime &time) { return std::max<qint64>(0, Times::now().msecsTo(time)); }
}

JobStore::JobStore(Database &database)
    : m_database(database)
    , m_now(DatabaseClock::sql(database))
{
}

/// Of a lane, with the kinds that a thread can take up.
QByteArray JobStore::inLane(const JobClaim &claim) const
{
    return "lane = ? AND failed_at IS NULL AND kind IN (" + Database::placeholders(claim.kinds.size()) + ')';
}

/// For the columns of `job`: as many jobs of the owner run as may run at a time.
QByteArray JobStore::ownerIsBusy() const
{
    return "(owner IS NOT NULL AND (SELECT count(*) FROM job busy WHERE busy.owner = job.owner AND "
           "busy.kind = job.kind AND busy.leased_until > "
        + m_now + ") >= " + QByteArray::number(mostOfOwner) + ')';
}

QString JobStore::channel(Job::Lane lane) { return u"waymark_job_"_s + SqlValue::of(lane).toString(); }

void JobStore::enqueue(const JobKind &kind, const NewJob &job)
{
    const QDateTime now = Times::now();
    const QDateTime begins = job.dueAt.isValid() ? std::max(now, job.dueAt) : now;
    m_database.exec(
        "INSERT INTO job (kind, key, lane, server, owner, payload, due_at, give_up_at, attempts, created_at, "
        "waiting_since) VALUES (?, ?, ?, ?, ?, ?, COALESCE(CAST(? AS BIGINT), "
            + m_now + "), ?, 0, " + m_now + ", " + m_now
            + ") ON CONFLICT (kind, key) DO UPDATE SET server = excluded.server, owner = excluded.owner, "
              "payload = excluded.payload, give_up_at = excluded.give_up_at, failed_at = NULL, "
              "attempts = CASE WHEN job.leased_by IS NULL THEN 0 ELSE job.attempts END, "
              "created_at = excluded.created_at, due_at = CASE WHEN job.leased_by IS NULL AND (job.failed_at IS NOT "
              "NULL OR excluded.due_at < "
              "job.due_at) "
              "THEN excluded.due_at ELSE job.due_at END, "
              "again_at = CASE WHEN job.leased_by IS NULL THEN NULL WHEN job.again_at < excluded.due_at "
              "THEN job.again_at ELSE excluded.due_at END",
        QString(kind.name), job.key, kind.lane, textOrNull(job.server), textOrNull(job.owner), job.payload, job.dueAt,
        begins.addSecs(kind.giveUpAfter.count()));
    m_database.notify(channel(kind.lane));
}

std::optional<Job> JobStore::claim(const JobClaim &claim)
{
    if (claim.kinds.isEmpty())
        return std::nullopt;
    const QByteArray due = " FROM job WHERE " + inLane(claim) + " AND due_at <= " + m_now + " AND leased_until <= "
        + m_now + " AND (server IS NULL OR server = ? OR give_up_at <= " + m_now + ") AND NOT " + ownerIsBusy() + ' ';
    const QVariantList values = laneValues(claim) + QVariantList{SqlValue::of(claim.server)};
    if (!m_database.valueWith("SELECT 1" + due + "LIMIT 1", values).isValid()) // mostly; and nobody's way is barred
        return std::nullopt;
    // Compared to one row, and not IN: PostgreSQL may run the inner SELECT of an IN more than once.
    const auto claimed = m_database.selectWith<Job>(
        "UPDATE job SET leased_before = leased_by, leased_by = ?, leased_until = " + m_now
            + " + CAST(? AS BIGINT) WHERE (kind, key) = (SELECT kind, key" + due
            + "ORDER BY due_at, waiting_since, key LIMIT 1" + m_database.skipLocked() + ") RETURNING *",
        QVariantList{claim.runner + u'/' + IdBits::generate().toString(), qint64(claim.lease.count())} + values);
    if (claimed.isEmpty())
        return std::nullopt;
    if (!claimed.constFirst().owner.isEmpty())
        endTurn(claimed.constFirst());
    return claimed.constFirst();
}

/// Skips rows that are locked: an UPDATE of several rows locks them in an order of its own, and would meet transactions
/// that enqueue several jobs.
void JobStore::endTurn(const Job &job)
{
    m_database.exec("UPDATE job SET due_at = " + m_now
                        + " WHERE (kind, key) IN (SELECT kind, key FROM job WHERE owner = ? AND kind = ? AND due_at < "
                        + m_now + " AND leased_by IS NULL AND failed_at IS NULL" + m_database.skipLocked() + ')',
                    job.owner, job.kind);
}

std::optional<std::chrono::milliseconds> JobStore::untilNext(const JobClaim &claim)
{
    if (claim.kinds.isEmpty())
        return std::nullopt;
    const QVariant next = m_database.valueWith(
        "SELECT min(CASE WHEN leased_until > due_at THEN leased_until "
        "WHEN server <> ? AND give_up_at > due_at THEN give_up_at WHEN "
            + ownerIsBusy()
            + " THEN (SELECT min(busy.leased_until) FROM job busy WHERE busy.owner = job.owner AND "
              "busy.kind = job.kind AND busy.leased_until > "
            + m_now + ") ELSE due_at END) - " + m_now + " FROM job WHERE " + inLane(claim),
        QVariantList{SqlValue::of(claim.server)} + laneValues(claim));
    return next.isNull() ? std::nullopt : std::optional(std::chrono::milliseconds(next.toLongLong()));
}

bool JobStore::renew(const Job &job, std::chrono::milliseconds lease)
{
    return m_database.exec("UPDATE job SET leased_until = " + m_now
                               + " + CAST(? AS BIGINT) WHERE kind = ? AND key = ? AND leased_by = ?",
                           qint64(lease.count()), job.kind, job.key, job.leasedBy)
        > 0;
}

void JobStore::finish(const Job &job, const JobKind &kind, const std::optional<QDateTime> &dueAgain)
{
    const bool done = !dueAgain
        && m_database.exec("DELETE FROM job WHERE kind = ? AND key = ? AND leased_by = ? AND again_at IS NULL",
                           job.kind, job.key, job.leasedBy)
            > 0;
    if (done)
        return;
    const QDateTime now = Times::now();
    const QVariant pause = dueAgain ? QVariant(untilThen(*dueAgain)) : QVariant();
    const QByteArray again = m_now + " + CAST(? AS BIGINT)"; // NULL when the job is done, and was enqueued meanwhile
    m_database.exec("UPDATE job SET due_at = CASE WHEN again_at IS NULL OR " + again + " < again_at THEN " + again
                        + " ELSE again_at END, again_at = NULL, leased_by = NULL, leased_until = 0, "
                          "attempts = 0, error = NULL, created_at = "
                        + m_now + ", waiting_since = " + m_now
                        + ", give_up_at = ? "
                          "WHERE kind = ? AND key = ? AND leased_by = ?",
                    pause, pause, std::max(now, dueAgain.value_or(now)).addSecs(kind.giveUpAfter.count()), job.kind,
                    job.key, job.leasedBy);
}

void JobStore::putOff(const Job &job, const QString &error, std::chrono::milliseconds pause)
{
    const QByteArray again = m_now + " + CAST(? AS BIGINT)";
    const qint64 milliseconds = pause.count();
    m_database.exec("UPDATE job SET due_at = CASE WHEN again_at < " + again + " THEN again_at ELSE " + again
                        + " END, again_at = NULL, leased_by = NULL, leased_until = 0, attempts = attempts + 1, "
                          "error = ?, waiting_since = "
                        + m_now + " WHERE kind = ? AND key = ? AND leased_by = ?",
                    milliseconds, milliseconds, error, job.kind, job.key, job.leasedBy);
}

void JobStore::giveUp(const Job &job, const QString &error)
{
    m_database.exec("UPDATE job SET failed_at = CASE WHEN again_at IS NULL THEN CAST(? AS BIGINT) END, "
                    "payload = CASE WHEN again_at IS NULL THEN '' ELSE payload END, "
                    "due_at = COALESCE(again_at, due_at), again_at = NULL, leased_by = NULL, leased_until = 0, "
                    "attempts = attempts + 1, error = ? WHERE kind = ? AND key = ? AND leased_by = ?",
                    Times::now(), error, job.kind, job.key, job.leasedBy);
}

void JobStore::passTo(const Job &job, const QString &earlierLease)
{
    m_database.exec("UPDATE job SET leased_by = ? WHERE kind = ? AND key = ? AND leased_by = ?", earlierLease, job.kind,
                    job.key, job.leasedBy);
}

void JobStore::giveBack(const Job &job)
{
    m_database.exec("UPDATE job SET leased_by = NULL, leased_until = 0, "
                    "due_at = CASE WHEN again_at < due_at THEN again_at ELSE due_at END, again_at = NULL "
                    "WHERE kind = ? AND key = ? AND leased_by = ?",
                    job.kind, job.key, job.leasedBy);
}

/// A job is created when it is enqueued, and again when it is done and will run once more. It is due later than the
/// longest pause only if it was enqueued for a later time.
void JobStore::correctTimes(const JobKind &kind, std::chrono::seconds period, std::chrono::milliseconds lease)
{
    const auto beyond = [this](const QByteArray &column, std::chrono::milliseconds longest) {
        return column + " > " + m_now + " + " + QByteArray::number((longest + clockSlack).count());
    };
    const auto atMostNow = [this](const QByteArray &column) {
        return column + " = CASE WHEN " + column + " > " + m_now + " THEN " + m_now + " ELSE " + column + " END";
    };
    const bool isPeriodic = period > 0s;
    const std::chrono::milliseconds pause = isPeriodic ? period : BackOff::longestWith(kind.longestPause);
    const QByteArray wrong = " FROM job WHERE kind = ? AND failed_at IS NULL AND (" + beyond("leased_until", lease)
        + " OR (" + beyond("created_at", 0s) + " AND (" + beyond("due_at", 0s) + " OR " + beyond("again_at", 0s)
        + ")) OR " + beyond("waiting_since", 0s) + " OR (leased_by IS NULL AND "
        + (isPeriodic ? "" : "attempts > 0 AND ") + beyond("due_at", pause) + "))";
    const QString name(kind.name);
    if (!m_database.value("SELECT 1" + wrong + " LIMIT 1", name).isValid()) // nearly always
        return;
    const qint64 changed =
        m_database.exec("UPDATE job SET " + atMostNow("due_at") + ", " + atMostNow("again_at") + ", "
                            + "leased_until = CASE WHEN " + beyond("leased_until", lease) + " THEN " + m_now
                            + " + CAST(? AS BIGINT) ELSE leased_until END, give_up_at = CASE WHEN created_at > " + m_now
                            + " THEN give_up_at - created_at + " + m_now + " ELSE give_up_at END, "
                            + atMostNow("created_at") + ", " + atMostNow("waiting_since")
                            + " WHERE (kind, key) IN (SELECT kind, key" + wrong + m_database.skipLocked() + ')',
                        qint64(lease.count()), name);
    if (changed > 0)
        qWarning("%lld jobs of the kind %s were due too late, as the clock was ahead", static_cast<long long>(changed),
                 qUtf8Printable(name));
}

QList<JobCount> JobStore::counts()
{
    return m_database.select<JobCount>(
        "SELECT kind, sum(CASE WHEN failed_at IS NULL AND leased_until <= " + m_now
        + " THEN 1 ELSE 0 END) AS waiting, sum(CASE WHEN leased_until > " + m_now
        + " THEN 1 ELSE 0 END) AS running, "
          "sum(CASE WHEN failed_at IS NOT NULL THEN 1 ELSE 0 END) AS failed FROM job GROUP BY kind ORDER BY kind");
}

qint64 JobStore::removeFailedBefore(const QDateTime &time)
{
    return m_database.exec("DELETE FROM job WHERE failed_at < ?", time);
}

void JobStore::freeLeases()
{
    m_database.exec("UPDATE job SET leased_by = NULL, leased_until = 0 WHERE leased_by IS NOT NULL");
}
