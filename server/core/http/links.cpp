// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/links.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"

using namespace Qt::StringLiterals;

namespace {
QByteArray message(const QByteArray &scope, const QByteArray &expires, qint64 epoch, const QByteArray &session,
                   const QByteArray &bound)
{
    const QByteArray message = scope + '\n' + expires + '\n' + QByteArray::number(epoch);
    if (!bound.isEmpty())
        return message + '\n' + session + '\n' + bound;
    return session.isEmpty() ? message : message + '\n' + session;
}
}

QByteArray Links::sign(const QByteArray &scope, const QDateTime &expires, qint64 epoch, SessionId session,
                       const QByteArray &bound) const
{
    const QByteArray until = QByteArray::number(expires.toSecsSinceEpoch());
    const QByteArray by = session.toString().toLatin1();
    return "expires=" + until + (by.isEmpty() ? by : "&session=" + by)
        + "&signature=" + m_key.sign("link", message(scope, until, epoch, by, bound));
}

bool Links::allows(const Request &request, const QByteArray &scope, qint64 epoch, const QByteArray &bound) const
{
    if (request.path != scope && !request.path.startsWith(scope + '/'))
        return false;
    const QByteArray expires = request.query.queryItemValue(u"expires"_s).toLatin1();
    const QByteArray session = request.query.queryItemValue(u"session"_s).toLatin1();
    const QByteArray signature = request.query.queryItemValue(u"signature"_s).toLatin1();
    return m_key.verify("link", message(scope, expires, epoch, session, bound), signature)
        && expires.toLongLong() > Times::now().toSecsSinceEpoch();
}

bool Links::isSigned(const Request &request) { return request.query.hasQueryItem(u"signature"_s); }

SessionId Links::sessionOf(const Request &request)
{
    return SessionId::parse(request.query.queryItemValue(u"session"_s)).value_or(SessionId());
}
