// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peersignature.h"

#include "server/core/base/clockslack.h"
#include "server/core/base/serverkey.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {
constexpr auto purpose = "peer";
constexpr auto purposeOfAnswer = "peer-answer";
constexpr QByteArrayView version = "v1=";

bool canBeSigned(Method method)
{
    return method == Method::Get || method == Method::Head || method == Method::Post || method == Method::Delete;
}

QByteArray message(const QByteArray &time, const QUrl &receiver, Method method, const QByteArray &path,
                   const QUrlQuery &query, const QByteArray &body)
{
    const QByteArray head = time + '\n' + receiver.toEncoded() + '\n' + methodNames[size_t(method)] + '\n' + path + '\n'
        + query.query(QUrl::FullyEncoded).toLatin1();
    if (method != Method::Post)
        return head;
    return head + '\n' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}
}

QByteArray PeerSignature::of(const ServerKey &key, const QUrl &receiver, Method method, const QByteArray &target,
                             const QByteArray &body)
{
    const QByteArray time = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    const QByteArray path = before(target, '?');
    const QUrlQuery query(QString::fromLatin1(target.mid(path.size() + 1)));
    return "t=" + time + ",v1=" + key.sign(purpose, message(time, receiver, method, path, query, body));
}

bool PeerSignature::holds(const ServerKey &key, const QUrl &self, const Request &request)
{
    if (self.isEmpty() || !canBeSigned(request.method))
        return false;
    const QByteArrayList parts = request.headers.value(header).split(',');
    if (parts.size() != 2 || !parts[0].startsWith("t=") || !parts[1].startsWith("v1="))
        return false;
    const QByteArray time = parts[0].mid(2);
    const bool genuine = key.verify(
        purpose, message(time, self, request.method, request.path, request.query, request.body), parts[1].mid(3));
    return genuine && std::abs(time.toLongLong() - QDateTime::currentSecsSinceEpoch()) <= clockSlack.count();
}

QByteArray PeerSignature::ofAnswer(const ServerKey &key, const QByteArray &requestSignature)
{
    return version.toByteArray() + key.sign(purposeOfAnswer, requestSignature);
}

bool PeerSignature::holdsOfAnswer(const ServerKey &key, const QByteArray &requestSignature, const QByteArray &value)
{
    return value.startsWith(version) && key.verify(purposeOfAnswer, requestSignature, value.mid(version.size()));
}
