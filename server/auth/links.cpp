// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/links.h"

#include "models/times.h"
#include "server/base/serverkey.h"

using namespace Qt::StringLiterals;

namespace {
QByteArray message(const QByteArray &scope, const QByteArray &expires, qint64 epoch)
{
    return scope + '\n' + expires + '\n' + QByteArray::number(epoch);
}
}

QByteArray Links::sign(const QByteArray &scope, const QDateTime &expires, qint64 epoch) const
{
    const QByteArray until = QByteArray::number(expires.toSecsSinceEpoch());
    return "expires=" + until + "&signature=" + m_key.sign("link", message(scope, until, epoch));
}

bool Links::allows(const Request &request, const QByteArray &scope, qint64 epoch) const
{
    if (request.path != scope && !request.path.startsWith(scope + '/'))
        return false;
    const QByteArray expires = request.query.queryItemValue(u"expires"_s).toLatin1();
    const QByteArray signature = request.query.queryItemValue(u"signature"_s).toLatin1();
    return m_key.verify("link", message(scope, expires, epoch), signature)
        && expires.toLongLong() > Times::now().toSecsSinceEpoch();
}

bool Links::isSigned(const Request &request) { return request.query.hasQueryItem(u"signature"_s); }
