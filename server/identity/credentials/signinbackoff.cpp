// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/signinbackoff.h"

#include "models/core/times.h"
#include "server/core/base/clockslack.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/database.h"
#include "server/core/http/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 freePasswords = 5; // wrong ones in a row
constexpr qint64 freeCodes = 10;
constexpr qint64 longestWait = 15 * 60; // seconds
constexpr qint64 memory = 24 * 60 * 60;

qint64 waitAfter(qint64 failures, qint64 free)
{
    const qint64 doublings = failures - free;
    if (doublings < 0)
        return 0;
    return doublings > 10 ? longestWait : std::min(qint64(1) << doublings, longestWait);
}
}

/// A keyed hash, so that the database does not reveal which names were tried.
QString SignInBackoff::hashOf(const QString &name) const
{
    const auto purpose = [this]() -> QByteArrayView {
        switch (m_secret) {
        case Secret::Code:
            return "code owner";
        case Secret::SecondFactor:
            return "second factor";
        case Secret::Password:
            break;
        }
        return "sign-in name";
    };
    return QString::fromLatin1(m_key.sign(purpose(), name.toUtf8()));
}

qint64 SignInBackoff::secondsLeft(const QString &name)
{
    const qint64 until =
        m_database.value("SELECT wait_until FROM sign_in_failure WHERE name_hash = ?", hashOf(name)).toLongLong();
    const qint64 left = until - Times::now().toMSecsSinceEpoch();
    if (left > (longestWait + clockSlack.count()) * 1000)
        return 0;
    return left > 0 ? (left + 999) / 1000 : 0;
}

void SignInBackoff::require(const QString &name)
{
    const qint64 seconds = secondsLeft(name);
    if (seconds == 0)
        return;
    const QString detail = m_secret == Secret::Password
        ? u"Too many wrong passwords for this name. Try again in %1 seconds."_s
        : m_secret == Secret::Code ? u"Too many wrong codes for this address. Try again in %1 seconds."_s
                                   : u"Too many wrong codes for this user. Try again in %1 seconds."_s;
    throw Problem::tooManyRequests(u"too_many_attempts"_s, detail.arg(seconds), std::chrono::seconds(seconds))
        .with(u"retry_after"_s, seconds);
}

void SignInBackoff::failed(const QString &name)
{
    Transaction transaction(m_database);
    count(name);
    transaction.commit();
}

void SignInBackoff::count(const QString &name)
{
    const QString hash = hashOf(name);
    const QDateTime now = Times::now();
    const qint64 failures =
        m_database
            .value("INSERT INTO sign_in_failure (name_hash, failures, failed_at, wait_until) VALUES (?, 1, ?, 0) "
                   "ON CONFLICT (name_hash) DO UPDATE SET failed_at = excluded.failed_at, failures = "
                   "CASE WHEN sign_in_failure.failed_at < ? THEN 1 ELSE sign_in_failure.failures + 1 END "
                   "RETURNING failures",
                   hash, now, now.addSecs(-memory))
            .toLongLong();
    if (const qint64 wait = waitAfter(failures, m_secret == Secret::Code ? freeCodes : freePasswords); wait > 0)
        m_database.exec("UPDATE sign_in_failure SET wait_until = ? WHERE name_hash = ?", now.addSecs(wait), hash);
}

void SignInBackoff::forget(const QString &name)
{
    // Reads first: there is almost never a row, and a write would wait for other writers.
    const QString hash = hashOf(name);
    if (m_database.value("SELECT count(*) FROM sign_in_failure WHERE name_hash = ?", hash).toInt() > 0)
        m_database.exec("DELETE FROM sign_in_failure WHERE name_hash = ?", hash);
}

void SignInBackoff::removeOld(Database &database, const QDateTime &now)
{
    database.exec("DELETE FROM sign_in_failure WHERE failed_at < ?", now.addSecs(-memory));
}
