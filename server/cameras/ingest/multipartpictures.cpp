// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/multipartpictures.h"

#include <QByteArrayList>

#include <algorithm>

namespace {
constexpr qsizetype largestHead = 8 * 1024; // bytes
constexpr qsizetype largestPart = 16 << 20;
}

bool MultipartPictures::isMultipart(const QByteArray &contentType)
{
    return contentType.trimmed().toLower().startsWith("multipart/");
}

MultipartPictures::MultipartPictures(const QByteArray &contentType)
{
    const auto at = contentType.toLower().indexOf("boundary=");
    QByteArray boundary = at < 0 ? QByteArray() : contentType.mid(at + 9);
    boundary = boundary.left(std::max<qsizetype>(0, (boundary + ';').indexOf(';'))).trimmed();
    if (boundary.startsWith('"') && boundary.endsWith('"') && boundary.size() > 1)
        boundary = boundary.sliced(1, boundary.size() - 2);
    m_delimiter = boundary.startsWith("--") ? boundary : "--" + boundary;
}

/// Removes the delimiter and the header of a part, and reads the length of its body. Returns false if the header is not
/// complete.
bool MultipartPictures::skipHead()
{
    const auto start = m_bytes.indexOf(m_delimiter);
    const auto crlf = start < 0 ? -1 : m_bytes.indexOf("\r\n\r\n", start);
    const auto lf = start < 0 ? -1 : m_bytes.indexOf("\n\n", start);
    const bool isBare = lf >= 0 && (crlf < 0 || lf < crlf);
    const auto end = isBare ? lf : crlf;
    if (end < 0) {
        if (m_bytes.size() > largestHead)
            throw TooLarge{};
        return false;
    }
    m_length = -1;
    for (const QByteArray &line : m_bytes.mid(start, end - start).split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == "content-length") {
            bool ok = false;
            m_length = line.mid(colon + 1).trimmed().toLongLong(&ok);
            if (!ok || m_length <= 0)
                m_length = -1;
        }
    }
    m_bytes.remove(0, end + (isBare ? 2 : 4));
    m_searched = 0;
    return true;
}

std::optional<QByteArray> MultipartPictures::part()
{
    auto size = m_length;
    if (size < 0) {
        size = m_bytes.indexOf(m_delimiter, std::max<qsizetype>(0, m_searched - m_delimiter.size()));
        m_searched = m_bytes.size();
    }
    if (size > largestPart || (size < 0 && m_bytes.size() > largestPart))
        throw TooLarge{};
    if (size < 0 || m_bytes.size() < size)
        return std::nullopt;
    QByteArray part = m_bytes.left(size);
    m_bytes.remove(0, size);
    return part;
}

std::optional<QByteArray> MultipartPictures::next()
{
    for (;;) {
        if (!m_inPart && !skipHead())
            return std::nullopt;
        m_inPart = true;
        auto picture = part();
        if (!picture)
            return std::nullopt;
        m_inPart = false;
        if (picture->startsWith("\xff\xd8"))
            return picture;
    }
}
