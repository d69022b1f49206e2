// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/links.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"

using namespace Qt::StringLiterals;

namespace {
QByteArray message(const QByteArray &scope, const QByteArray &expires, qint64 epoch, const QByteArray &viewer)
{
    const QByteArray message = scope + '\n' + expires + '\n' + QByteArray::number(epoch);
    return viewer.isEmpty() ? message : message + '\n' + viewer;
}
}

QByteArray Links::sign(const QByteArray &scope, const QDateTime &expires, qint64 epoch, UserId viewer) const
{
    const QByteArray until = QByteArray::number(expires.toSecsSinceEpoch());
    const QByteArray who = viewer.toString().toLatin1();
    return "expires=" + until + (who.isEmpty() ? who : "&viewer=" + who)
        + "&signature=" + m_key.sign("link", message(scope, until, epoch, who));
}

bool Links::allows(const Request &request, const QByteArray &scope, qint64 epoch) const
{
    if (request.path != scope && !request.path.startsWith(scope + '/'))
        return false;
    const QByteArray expires = request.query.queryItemValue(u"expires"_s).toLatin1();
    const QByteArray viewer = request.query.queryItemValue(u"viewer"_s).toLatin1();
    const QByteArray signature = request.query.queryItemValue(u"signature"_s).toLatin1();
    return m_key.verify("link", message(scope, expires, epoch, viewer), signature)
        && expires.toLongLong() > Times::now().toSecsSinceEpoch();
}

bool Links::isSigned(const Request &request) { return request.query.hasQueryItem(u"signature"_s); }

UserId Links::viewerOf(const Request &request)
{
    return UserId::parse(request.query.queryItemValue(u"viewer"_s)).value_or(UserId());
}
