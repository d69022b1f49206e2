// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/message.h"

#include <QIODevice>

#include <algorithm>

std::optional<Method> methodNamed(const QByteArray &name)
{
    const auto at = std::find(methodNames.begin(), methodNames.end(), name);
    return at == methodNames.end() ? std::nullopt : std::optional(Method(at - methodNames.begin()));
}

QByteArray Request::cookie(const QByteArray &name) const
{
    for (const QByteArray &pair : headers.value("Cookie").split(';')) {
        if (before(pair, '=').trimmed() == name)
            return pair.mid(pair.indexOf('=') + 1).trimmed();
    }
    return {};
}

Reply Reply::json(QByteArray body, int status)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "application/json";
    reply.body = std::move(body);
    return reply;
}

Reply Reply::noContent()
{
    Reply reply;
    reply.status = 204;
    return reply;
}

Reply Reply::redirect(const QUrl &to)
{
    Reply reply;
    reply.status = 302;
    reply.headers.append("Location", to.toEncoded());
    return reply;
}

Reply Reply::streamed(std::shared_ptr<QIODevice> stream, QByteArray contentType, qint64 length)
{
    Reply reply;
    reply.contentType = std::move(contentType);
    reply.stream = std::move(stream);
    reply.length = length;
    return reply;
}
