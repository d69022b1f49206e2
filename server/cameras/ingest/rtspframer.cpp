// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/rtspframer.h"

#include <QByteArrayView>

namespace {
constexpr qsizetype largestHead = 16 * 1024; // bytes
constexpr qsizetype largestBody = 64 * 1024;
constexpr qsizetype packetHead = 4; // '$', channel, two bytes of length

/// Parses the first line and the fields of a header.
RtspMessage parsed(const QByteArray &head)
{
    RtspMessage message;
    const QByteArrayList lines = head.split('\n');
    const QByteArrayList start = lines.first().simplified().split(' ');
    if (start.first().startsWith("RTSP/"))
        message.status = start.value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        if (const auto colon = line.indexOf(':'); colon > 0)
            message.headers.append(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    return message;
}
}

QByteArray RtspFramer::taken(qsizetype size)
{
    const QByteArray bytes = m_bytes.mid(m_at, size);
    m_at += size;
    // The bytes are removed in large steps, because moving the rest to the front for each packet takes quadratic time.
    if (m_at == m_bytes.size() || m_at > largestBody) {
        m_bytes.remove(0, m_at);
        m_at = 0;
    }
    return bytes;
}

/// Skips bytes up to the start of a packet ('$') or of a message (a capital letter).
void RtspFramer::skipToStart()
{
    const auto isStart = [](char byte) { return byte == '$' || (byte >= 'A' && byte <= 'Z'); };
    while (m_at < m_bytes.size() && !isStart(m_bytes[m_at]))
        ++m_at;
}

std::variant<std::monostate, RtspMessage, InterleavedPacket> RtspFramer::next()
{
    skipToStart();
    if (m_at == m_bytes.size())
        return {};
    return m_bytes[m_at] == '$' ? packet() : message();
}

std::variant<std::monostate, RtspMessage, InterleavedPacket> RtspFramer::packet()
{
    if (m_bytes.size() - m_at < packetHead)
        return {};
    const auto byte = [this](qsizetype offset) { return int(uchar(m_bytes[m_at + offset])); };
    const qsizetype length = byte(2) * 256 + byte(3);
    if (m_bytes.size() - m_at < packetHead + length)
        return {};
    const int channel = byte(1);
    return InterleavedPacket{channel, taken(packetHead + length).mid(packetHead)};
}

std::variant<std::monostate, RtspMessage, InterleavedPacket> RtspFramer::message()
{
    const auto crlf = m_bytes.indexOf("\r\n\r\n", m_at);
    const auto lf = m_bytes.indexOf("\n\n", m_at);
    const bool isBare = lf >= 0 && (crlf < 0 || lf < crlf);
    const auto end = isBare ? lf : crlf;
    if (end < 0) {
        if (m_bytes.size() - m_at > largestHead)
            throw TooLarge{};
        return {};
    }
    RtspMessage message = parsed(m_bytes.mid(m_at, end - m_at));
    const qsizetype head = end - m_at + (isBare ? 2 : 4);
    const qsizetype length = message.headers.value("Content-Length").toLongLong();
    if (head > largestHead || length < 0 || length > largestBody)
        throw TooLarge{};
    if (m_bytes.size() - m_at < head + length)
        return {};
    message.body = taken(head + length).mid(head);
    return message;
}

QByteArrayList RtspMessage::challenges() const
{
    QByteArrayList challenges;
    for (const auto &[name, value] : headers) {
        if (name.compare("WWW-Authenticate", Qt::CaseInsensitive) == 0)
            challenges += value;
    }
    return challenges;
}

QByteArray RtspField::parameter(const QByteArray &field, const QByteArray &name)
{
    for (const QByteArray &part : field.split(';')) {
        if (part.trimmed().toLower().startsWith(name + '='))
            return part.trimmed().mid(name.size() + 1);
    }
    return {};
}

std::optional<std::pair<int, int>> RtspField::pair(const QByteArray &text)
{
    const QByteArrayList parts = text.split('-');
    bool ok = false;
    const int first = parts.first().toInt(&ok);
    if (!ok || first < 0 || first > 0xfffe)
        return std::nullopt;
    const int second = parts.value(1).toInt(&ok);
    return std::pair(first, ok && second > 0 && second <= 0xffff ? second : first + 1);
}
