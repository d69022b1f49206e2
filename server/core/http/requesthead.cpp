// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/requesthead.h"

#include <sodium.h>

#include <algorithm>

namespace {
bool isSane(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](char c) {
        return isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-';
    });
}

QByteArray requestIdFor(const QByteArray &sent)
{
    if (isSane(sent))
        return sent;
    QByteArray random(12, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    return random.toHex();
}
}

void takeHead(const RequestHead &head, Request &request)
{
    request.id = requestIdFor(head.fields.value("X-Request-Id"));
    QByteArray rest = head.target;
    if (rest.isEmpty()) // refused before the target was read
        return;
    if (!rest.startsWith('/')) { // absolute-form (RFC 9112, 3.2.2)
        const qsizetype slash = rest.indexOf('/', rest.indexOf("//") + 2);
        rest = slash < 0 ? QByteArray("/") : rest.mid(slash);
    }
    const qsizetype question = rest.indexOf('?');
    request.path = before(rest, '?');
    if (question >= 0)
        request.query = QUrlQuery(QString::fromLatin1(rest.mid(question + 1)));
}

Request requestOf(const RequestHead &head)
{
    Request request;
    request.method = methodNamed(head.method).value_or(Method::Get);
    takeHead(head, request);
    request.headers = head.fields;
    return request;
}
