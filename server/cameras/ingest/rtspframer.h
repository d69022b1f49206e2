// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <variant>

/// A message of RTSP (RFC 2326): a response, or a request of the server.
struct RtspMessage
{
    int status = 0; ///< 0 for a request
    Headers headers;
    QByteArray body;

    /// Returns the `WWW-Authenticate` fields.
    QByteArrayList challenges() const;
};

/// What fields such as `Transport` and `Session` say (RFC 2326, 12).
namespace RtspField {
/// Returns the text after `name=`, or an empty value.
QByteArray parameter(const QByteArray &field, const QByteArray &name);
/// Returns the two numbers of `a-b`, or of `a`, whose second is the next.
std::optional<std::pair<int, int>> pair(const QByteArray &text);
}

/// A packet of RTP or RTCP between the messages (RFC 2326, 10.12).
struct InterleavedPacket
{
    int channel = 0;
    QByteArray data;
};

/// Splits the bytes of an RTSP connection into messages and packets. Bytes between them, which some cameras send, are
/// skipped.
class RtspFramer
{
public:
    struct TooLarge
    {
    };

    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// Returns the next message or packet, or `std::monostate` if more bytes are needed.
    ///
    /// Throws: TooLarge for a message beyond the limits.
    std::variant<std::monostate, RtspMessage, InterleavedPacket> next();

private:
    void skipToStart();
    std::variant<std::monostate, RtspMessage, InterleavedPacket> packet();
    std::variant<std::monostate, RtspMessage, InterleavedPacket> message();
    QByteArray taken(qsizetype size);

    QByteArray m_bytes;
    qsizetype m_at = 0; ///< of the first byte that was not returned
};
