// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peerhead.h"

#include "server/core/cluster/peerconnection.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
/// Returns the status of a status line (RFC 9112, 4).
int statusOf(const QByteArray &line)
{
    static const QRegularExpression form(u"^HTTP/1\\.[0-9] ([1-5][0-9]{2})( .*)?$"_s);
    const auto match = form.match(QString::fromLatin1(line));
    if (!match.hasMatch())
        throw PeerUnreachable("its answer is no HTTP");
    return match.captured(1).toInt();
}

bool isLength(const QByteArray &text)
{
    static const QRegularExpression form(u"^[0-9]{1,18}$"_s);
    return form.match(QString::fromLatin1(text)).hasMatch();
}
}

PeerHead PeerHead::parse(const QByteArray &text, qsizetype end)
{
    PeerHead head;
    const QByteArrayList lines = text.left(end).split('\n');
    head.status = statusOf(lines.constFirst().trimmed());
    for (const QByteArray &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon < 1)
            throw PeerUnreachable("its answer has a malformed header");
        head.headers.append(line.left(colon), line.mid(colon + 1).trimmed());
    }
    if (head.headers.contains("Transfer-Encoding"))
        throw PeerUnreachable("its answer has a transfer coding");
    if (head.headers.contains("Content-Length") && !isLength(head.headers.value("Content-Length")))
        throw PeerUnreachable("its answer has a malformed length");
    head.body = text.mid(end + 4);
    return head;
}
