// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/mjpegparser.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype limit = 16 << 20; // bytes of one part, including its headers

qsizetype contentLength(const QByteArray &head)
{
    for (const auto &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == "content-length")
            return line.sliced(colon + 1).trimmed().toLongLong();
    }
    return -1;
}
}

MjpegParser::MjpegParser(const QByteArray &contentType)
{
    static const QRegularExpression boundary(u"^multipart/.*;\\s*boundary=\"?([^\";]+)\"?"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const auto match = boundary.match(QString::fromLatin1(contentType));
    m_broken = !match.hasMatch();
    m_delimiter = "--" + match.captured(1).trimmed().toLatin1();
}

QList<QByteArray> MjpegParser::feed(const QByteArray &bytes)
{
    QList<QByteArray> parts;
    m_buffer += bytes;
    while (!m_broken && takePart(parts)) { }
    if (m_buffer.size() > limit)
        m_broken = true;
    return parts;
}

bool MjpegParser::takePart(QList<QByteArray> &parts)
{
    const qsizetype start = m_buffer.indexOf(m_delimiter);
    if (start < 0)
        return false;
    const qsizetype head = start + m_delimiter.size();
    const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n", head);
    if (headEnd < 0)
        return false;
    const qsizetype body = headEnd + 4;
    const qsizetype length = contentLength(m_buffer.sliced(head, headEnd - head));
    // Without a Content-Length, a part ends where the next part begins.
    const qsizetype end = length >= 0 ? body + length : m_buffer.indexOf("\r\n" + m_delimiter, body);
    if (length > limit)
        m_broken = true;
    if (m_broken || end < 0 || end > m_buffer.size())
        return false;
    parts.append(m_buffer.sliced(body, end - body));
    m_buffer.remove(0, end);
    return true;
}
