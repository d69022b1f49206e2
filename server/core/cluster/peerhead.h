// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

/// The head of an answer to a request in HTTP/1.0, and what has come along of its body. The body is as long as the head
/// says, or ends with the connection.
struct PeerHead
{
    int status = 0;
    Headers headers;
    QByteArray body;
    bool isSigned = false; ///< for the request, by a server with the same key: see PeerSignature::ofAnswer()

    /// `end`: where the empty line begins. Throws: PeerUnreachable if the text before it is no head by RFC 9112, or if
    /// the body would be coded, which an answer to HTTP/1.0 never is.
    static PeerHead parse(const QByteArray &text, qsizetype end);

    /// Returns whether the answer itself is still to come (RFC 9110, 15.2). After 101 it never does.
    bool isInterim() const { return status < 200 && status != 101; }
    /// Returns the length of the body, or -1 if it ends with the connection.
    qint64 length() const
    {
        return headers.contains("Content-Length") ? headers.value("Content-Length").toLongLong() : -1;
    }
};
