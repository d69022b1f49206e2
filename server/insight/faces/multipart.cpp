// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/multipart.h"

#include "server/core/http/problem.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostParts = 100; // the form has two fields; others are ignored

Problem malformed()
{
    return Problem::badRequest(u"malformed_body"_s, u"The body is not a valid multipart form (RFC 7578)."_s);
}

QString nameOf(const QByteArray &head)
{
    static const QRegularExpression form(u"(?:^|\\r\\n)content-disposition:[^\\r\\n]*;\\s*name=\"([^\"\\r\\n]*)\""_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromUtf8(head));
    return match.hasMatch() ? match.captured(1) : throw malformed();
}
}

QMap<QString, QByteArray> multipartFields(const QByteArray &contentType, const QByteArray &body)
{
    static const QRegularExpression form(u";\\s*boundary=\"?([^\";]{1,70})\"?"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromLatin1(contentType));
    if (!match.hasMatch())
        throw malformed();
    const QByteArray delimiter = "\r\n--" + match.captured(1).toLatin1();
    const QByteArray all = "\r\n" + body; // the first delimiter has no line break before it
    QMap<QString, QByteArray> fields;
    qsizetype at = all.indexOf(delimiter);
    for (int parts = 0;; ++parts) {
        if (at < 0 || parts > mostParts)
            throw malformed();
        at += delimiter.size();
        if (all.mid(at, 2) == "--")
            return fields;
        const qsizetype headEnd = all.indexOf("\r\n\r\n", at);
        const qsizetype next = all.indexOf(delimiter, at);
        if (headEnd < 0 || next < headEnd)
            throw malformed();
        fields.insert(nameOf(all.mid(at, headEnd - at)), all.mid(headEnd + 4, next - headEnd - 4));
        at = next;
    }
}
