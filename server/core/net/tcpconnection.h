// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/net/curltransfer.h"

#include <QByteArray>

/// A TCP connection to a checked address, with or without TLS. Certificates are not verified, because cameras have
/// their own.
///
/// Thread: one at a time.
class TcpConnection
{
public:
    /// Connects.
    ///
    /// Throws: ConnectionError.
    TcpConnection(Destination to, bool tls, const WaitLimit &wait);

    /// Throws: ConnectionError.
    void send(const QByteArray &data, const WaitLimit &wait);
    /// Returns the bytes that have arrived, up to 64 KiB, without waiting. Returns nothing if there are none.
    ///
    /// Throws: ConnectionError if the other side closed the connection.
    QByteArray receive();
    /// The socket, to wait for bytes with poll(2). Call receive() before each wait: TLS may hold bytes already.
    int descriptor() const { return m_socket; }
    QHostAddress peer() const;

private:
    Destination m_destination;
    CurlTransfer m_transfer;
    int m_socket = -1;
};
