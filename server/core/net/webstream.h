// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/curltransfer.h"

#include <QByteArray>

/// The body of an answer to an HTTP request, read while it arrives. Redirects are not followed. Authenticates by Basic,
/// or by Digest with MD5 or SHA-256 (RFC 7616). Certificates are not verified, because cameras have their own.
///
/// Thread: one.
class WebStream
{
public:
    explicit WebStream(Destination from);

    void setCredentials(const QString &username, const QString &password);
    /// Sends the request, and waits for the head of the answer. The body begins at `offset` bytes if the status is 206.
    /// A server that cannot send a part answers 200, and sends the whole body.
    ///
    /// Throws: ConnectionError.
    void open(const WaitLimit &wait, qint64 offset = 0);
    int status() const { return m_status; }
    QByteArray contentType() const { return m_contentType; }
    /// The size of the whole body, or -1 if it is unknown.
    qint64 size() const { return m_size; }
    /// Returns up to `most` bytes. Waits for the first byte. Returns nothing at the end of the body.
    ///
    /// Throws: ConnectionError.
    QByteArray read(qsizetype most, const WaitLimit &wait);

private:
    static size_t take(char *data, size_t size, size_t count, void *self);

    Destination m_destination;
    CurlTransfer m_transfer;
    QByteArray m_received;
    bool m_paused = false;
    bool m_running = false;
    int m_status = 0;
    QByteArray m_contentType;
    qint64 m_size = -1;
};
