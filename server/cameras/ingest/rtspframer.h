// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <variant>

/// An RTSP message (RFC 2326) of the camera: a response, or a request.
struct RtspMessage
{
    int status = 0; ///< status code of a response; 0 for a request
    Headers headers;
    QByteArray body;

    /// Returns the `WWW-Authenticate` fields.
    QByteArrayList challenges() const;
};

/// Reads header fields such as `Transport` and `Session` (RFC 2326, 12).
namespace RtspField {
/// Returns the value of the parameter `<name>=<value>`, or an empty array. `name` must be lower case; the field may be
/// written in any case.
QByteArray parameter(const QByteArray &field, const QByteArray &name);
/// Returns the two numbers of `<a>-<b>`. For a single `<a>`, the second number is a + 1. Returns nothing for any other
/// text.
std::optional<std::pair<int, int>> pair(const QByteArray &text);
}

/// An RTP or RTCP packet between the messages of a connection (RFC 2326, 10.12).
struct InterleavedPacket
{
    int channel = 0;
    QByteArray data;
};

/// Splits the bytes of an RTSP connection into messages and packets. Some cameras send other bytes between them, which
/// are skipped.
class RtspFramer
{
public:
    /// The header of a message exceeds 16 KiB, or its body exceeds 64 KiB.
    struct TooLarge
    {
    };

    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// Returns the next message or packet, or `std::monostate` if more bytes are needed.
    ///
    /// Throws: TooLarge.
    std::variant<std::monostate, RtspMessage, InterleavedPacket> next();

private:
    void skipToStart();
    std::variant<std::monostate, RtspMessage, InterleavedPacket> packet();
    std::variant<std::monostate, RtspMessage, InterleavedPacket> message();
    QByteArray taken(qsizetype size);

    QByteArray m_bytes;
    qsizetype m_at = 0; ///< offset of the first byte in m_bytes that was not returned
};
