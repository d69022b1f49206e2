// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peersignature.h"

#include "server/core/base/serverkey.h"

#include <QDateTime>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {
constexpr auto purpose = "peer";
constexpr qint64 tolerance = 60; // seconds that the clocks of two servers may differ

QByteArray message(const QByteArray &time, const QUrl &receiver, Method method, const QByteArray &path,
                   const QUrlQuery &query)
{
    return time + '\n' + receiver.toEncoded() + '\n' + (method == Method::Head ? "HEAD" : "GET") + '\n' + path + '\n'
        + query.query(QUrl::FullyEncoded).toLatin1();
}
}

QByteArray PeerSignature::of(const ServerKey &key, const QUrl &receiver, Method method, const QByteArray &target)
{
    const QByteArray time = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    const QByteArray path = before(target, '?');
    const QUrlQuery query(QString::fromLatin1(target.mid(path.size() + 1)));
    return "t=" + time + ",v1=" + key.sign(purpose, message(time, receiver, method, path, query));
}

bool PeerSignature::holds(const ServerKey &key, const QUrl &self, const Request &request)
{
    if (self.isEmpty() || (request.method != Method::Get && request.method != Method::Head))
        return false;
    const QByteArrayList parts = request.headers.value(header).split(',');
    if (parts.size() != 2 || !parts[0].startsWith("t=") || !parts[1].startsWith("v1="))
        return false;
    const QByteArray time = parts[0].mid(2);
    const bool genuine =
        key.verify(purpose, message(time, self, request.method, request.path, request.query), parts[1].mid(3));
    return genuine && std::abs(time.toLongLong() - QDateTime::currentSecsSinceEpoch()) <= tolerance;
}
