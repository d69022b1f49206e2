// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/codestore.h"

#include "models/core/times.h"
#include "server/core/base/clockslack.h"

namespace {
/// Returns the latest time at which a code can have been sent.
QDateTime latest(const QDateTime &now) { return now.addSecs(clockSlack.count()); }
}

std::optional<CodeRow> CodeStore::findForUpdate(const QString &address, CodeRequest::Purpose purpose)
{
    return m_database.one<CodeRow>(
        "SELECT * FROM verify_code WHERE address = ? AND purpose = ?" + m_database.forUpdate(), address, purpose);
}

bool CodeStore::put(const CodeRow &code, const QDateTime &quietSince)
{
    // A single statement, so that the second of two concurrent calls sees what the first has written.
    return m_database.exec(
               "INSERT INTO verify_code (address, purpose, code_hash, account_id, sent_at, expires_at, tries_left) "
               "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address, purpose) DO UPDATE SET "
               "code_hash = excluded.code_hash, account_id = excluded.account_id, sent_at = excluded.sent_at, "
               "expires_at = excluded.expires_at, tries_left = excluded.tries_left WHERE verify_code.sent_at <= ? "
               "OR verify_code.sent_at > ?",
               code.address, code.purpose, code.codeHash, code.accountId, code.sentAt, code.expiresAt, code.triesLeft,
               quietSince, latest(code.sentAt))
        > 0;
}

bool CodeStore::sentAfter(const QString &address, CodeRequest::Purpose purpose, const QDateTime &time)
{
    return m_database
               .value("SELECT count(*) FROM verify_code WHERE address = ? AND purpose = ? AND sent_at > ? "
                      "AND sent_at <= ?",
                      address, purpose, time, latest(Times::now()))
               .toInt()
        > 0;
}

void CodeStore::setTriesLeft(const QString &address, CodeRequest::Purpose purpose, qint64 tries)
{
    m_database.exec("UPDATE verify_code SET tries_left = ? WHERE address = ? AND purpose = ?", tries, address, purpose);
}

void CodeStore::remove(const QString &address, CodeRequest::Purpose purpose)
{
    m_database.exec("DELETE FROM verify_code WHERE address = ? AND purpose = ?", address, purpose);
}

qint64 CodeStore::sentOn(const QString &address, const QDate &day)
{
    return m_database
        .value("SELECT sent FROM code_count WHERE address = ? AND day = ?", address, day.toString(Qt::ISODate))
        .toLongLong();
}

void CodeStore::countSent(const QString &address, const QDate &day)
{
    m_database.exec("INSERT INTO code_count (address, day, sent) VALUES (?, ?, 1) "
                    "ON CONFLICT (address, day) DO UPDATE SET sent = code_count.sent + 1",
                    address, day.toString(Qt::ISODate));
}

void CodeStore::insertToken(const QString &hash, const QString &address, CodeRequest::Purpose purpose,
                            const QDateTime &expires)
{
    m_database.exec("INSERT INTO verification_token (token_hash, address, purpose, expires_at) VALUES (?, ?, ?, ?)",
                    hash, address, purpose, expires);
}

QString CodeStore::takeToken(const QString &hash, CodeRequest::Purpose purpose, const QDateTime &now)
{
    return m_database
        .value(
            "DELETE FROM verification_token WHERE token_hash = ? AND purpose = ? AND expires_at > ? RETURNING address",
            hash, purpose, now)
        .toString();
}

void CodeStore::removeTokens(const QString &address, CodeRequest::Purpose purpose)
{
    m_database.exec("DELETE FROM verification_token WHERE address = ? AND purpose = ?", address, purpose);
}

void CodeStore::removeExpired(const QDateTime &now)
{
    m_database.exec("DELETE FROM code_count WHERE day < ?", now.date().toString(Qt::ISODate));
    m_database.exec("DELETE FROM verify_code WHERE expires_at < ?", now);
    m_database.exec("DELETE FROM verification_token WHERE expires_at < ?", now);
}
