// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/idempotency.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/database.h"
#include "server/core/http/canonicaltarget.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 memory = 24 * 60 * 60; // seconds
constexpr qsizetype longestKey = 255;
constexpr char header[] = "Idempotency-Key";

Problem inFlight()
{
    return Problem::conflict(u"idempotency_in_flight"_s,
                             u"The first request with this Idempotency-Key is still being answered."_s)
        .withHeader("Retry-After", "1");
}

QByteArray keyOf(const Request &request)
{
    const QByteArray key = request.headers.value(header);
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (key.isEmpty() || key.size() > longestKey || !visible)
        throw Problem(422, u"idempotency_key_invalid"_s,
                      u"An Idempotency-Key is 1 to %1 visible ASCII characters."_s.arg(longestKey));
    return key;
}

/// The caller that a key belongs to. Keys of different callers never meet.
QByteArray scopeOf(const Caller &caller)
{
    return (caller.appId.toString() + u'\n' + caller.userId.toString() + u'\n').toUtf8();
}

/// The scope in which earlier versions have kept an answer: a key belonged to a route as well.
QByteArray formerScopeOf(const Caller &caller, const Route &route)
{
    return scopeOf(caller) + route.fullPath().toUtf8() + '\n';
}

/// Returns the header fields that say what is created, one a line. An upload is described by fields alone. JSON is not
/// named, so that its parameters do not matter, and an earlier version's answers stay valid.
QByteArray describing(const Headers &headers)
{
    QByteArrayList lines;
    for (const auto &[name, value] : headers) {
        const QByteArray field = name.toLower();
        const bool isType = field == "content-type" && ::before(value, ';').trimmed().toLower() != "application/json";
        const bool isDigest = field.endsWith("digest");
        if (isType || isDigest || field.startsWith("upload-"))
            lines += field + ':' + value + '\n';
    }
    std::sort(lines.begin(), lines.end());
    return lines.join();
}

/// Returns what makes a request the same as the first one with its key.
QByteArray contentOf(const Request &request)
{
    return CanonicalTarget::path(request.path) + '?' + CanonicalTarget::query(request.query) + '\n'
        + describing(request.headers)
        + QCryptographicHash::hash(request.body, QCryptographicHash::Sha256); // a copy of an upload would be large
}

QByteArray packed(const Reply &reply)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << qint32(reply.status) << reply.contentType << reply.body;
    for (const auto &[name, value] : reply.headers)
        stream << name << value;
    return bytes;
}

Reply unpacked(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    qint32 status = 0;
    Reply reply;
    stream >> status >> reply.contentType >> reply.body;
    reply.status = status;
    while (!stream.atEnd()) {
        QByteArray name;
        QByteArray value;
        stream >> name >> value;
        reply.headers.append(name, value);
    }
    return reply;
}
}

bool InFlight::enter(const QByteArray &id)
{
    const std::lock_guard guard(m_mutex);
    if (m_ids.contains(id))
        return false;
    m_ids.insert(id);
    return true;
}

void InFlight::leave(const QByteArray &id)
{
    const std::lock_guard guard(m_mutex);
    m_ids.remove(id);
}

/// The right to answer a key. It excludes the other threads of this process and, on PostgreSQL, the other servers.
/// PostgreSQL releases the lock with the connection if this process crashes.
class Idempotency::Turn
{
public:
    Turn(Database &database, InFlight &others, const QByteArray &id)
        : m_database(database)
        , m_others(others)
        , m_id(id)
        , m_lock(qint64(
              QByteArray::fromBase64(id, QByteArray::Base64UrlEncoding).first(8).toHex().toULongLong(nullptr, 16)))
    {
        if (!m_others.enter(m_id))
            throw inFlight();
        try {
            if (m_database.isPostgres() && !m_database.value("SELECT pg_try_advisory_lock(?)", m_lock).toBool())
                throw inFlight();
        } catch (...) {
            m_others.leave(m_id);
            throw;
        }
    }
    ~Turn()
    {
        try {
            if (m_database.isPostgres())
                m_database.value("SELECT pg_advisory_unlock(?)", m_lock);
        } catch (const std::exception &error) {
            qWarning("An idempotency lock stays until its connection closes: %s", error.what());
        }
        m_others.leave(m_id);
    }
    Q_DISABLE_COPY_MOVE(Turn)

private:
    Database &m_database;
    InFlight &m_others;
    QByteArray m_id;
    qint64 m_lock;
};

bool Idempotency::concerns(const Call &call, const Route &route) const
{
    const bool known = !call.caller.appId.isNull() || !call.caller.userId.isNull();
    return route.takesIdempotencyKey() && known && call.request.headers.contains(header);
}

Reply Idempotency::answer(const Call &call, const Route &route)
{
    const Request &request = call.request;
    const QByteArray key = keyOf(request);
    const QByteArray id = m_key.sign("idempotency", scopeOf(call.caller) + key);
    const QByteArray formerId = m_key.sign("idempotency", formerScopeOf(call.caller, route) + key);
    const QByteArray secret = key + '\n' + contentOf(request);

    const Turn turn(m_database, m_inFlight, id);
    for (const QByteArray &each : {id, formerId}) {
        if (auto first = before(QString::fromLatin1(each), secret))
            return *first;
    }
    Deferral together(m_database);
    Reply reply;
    try {
        reply = route.handle(call);
    } catch (const TransactionAborted &) {
        together.discard(); // the router repeats the whole request
        throw;
    }
    if (reply.status >= 200 && reply.status < 300 && !reply.stream) {
        try {
            remember(QString::fromLatin1(id), secret, reply);
        } catch (...) {
            together.discard();
            throw;
        }
    }
    together.commit();
    return reply;
}

std::optional<Reply> Idempotency::before(const QString &id, const QByteArray &secret)
{
    const QVariant sealed =
        m_database.value("SELECT answer FROM idempotent_answer WHERE answer_id = ? AND created_at > ?", id,
                         Times::now().addSecs(-memory));
    if (!sealed.isValid())
        return std::nullopt;
    const auto plain = m_key.open(sealed.toString(), secret);
    if (!plain)
        throw Problem(422, u"idempotency_key_reused"_s, u"This Idempotency-Key was used with a different request."_s);
    Reply reply = unpacked(*plain);
    reply.headers.append("Idempotent-Replayed", "true");
    return reply;
}

void Idempotency::remember(const QString &id, const QByteArray &secret, const Reply &reply)
{
    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    m_database.exec("DELETE FROM idempotent_answer WHERE answer_id = ? AND created_at <= ?", id, now.addSecs(-memory));
    m_database.exec("INSERT INTO idempotent_answer (answer_id, answer, created_at) VALUES (?, ?, ?)", id,
                    m_key.seal(packed(reply), secret), now);
    transaction.commit();
}

void Idempotency::removeOld(Database &database, const QDateTime &now)
{
    database.exec("DELETE FROM idempotent_answer WHERE created_at <= ?", now.addSecs(-memory));
}
