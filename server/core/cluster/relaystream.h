// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peerconnection.h"
#include "server/core/http/breakingstream.h"

#include <QIODevice>
#include <QSocketNotifier>
#include <QTimer>

/// The body of another server's answer while it comes in. Only what is asked for is read from the connection, so the
/// other server is held to the pace of the reader, and nothing is kept here. The stream closes when the other server
/// ends it, breaks off or falls silent, and destroying it ends the connection.
///
/// Thread: made on any thread, without an affinity; whoever reads it moves it to its own thread first.
class RelayStream : public QIODevice, public BreakingStream
{
    Q_OBJECT

public:
    /// `first`: what has been read of the body already. `patience`: how long the other server may be silent.
    RelayStream(std::unique_ptr<PeerConnection> connection, QByteArray first, std::chrono::milliseconds patience);
    ~RelayStream() override;

    bool isSequential() const override { return true; }
    bool isIncomplete() const override { return m_connection->isBroken(); }
    qint64 bytesAvailable() const override { return m_first.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void waitForMore();
    void end();

    std::unique_ptr<PeerConnection> m_connection;
    QByteArray m_first;
    const std::chrono::milliseconds m_patience;
    std::unique_ptr<QSocketNotifier> m_arrival; ///< made by the first read, on the reader's thread
    std::unique_ptr<QTimer> m_silence;
    bool m_ended = false;
};
