// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>

/// The other server cannot be reached, does not answer in time, or breaks off. The text is for the log.
class PeerUnreachable : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A connection to another server, with TLS where its address is `https`. It may be handed from thread to thread.
class PeerConnection
{
public:
    /// Blocks until it is connected, two seconds at most. Throws: PeerUnreachable.
    explicit PeerConnection(const QUrl &server);
    ~PeerConnection();
    Q_DISABLE_COPY_MOVE(PeerConnection)

    /// Blocks until all is sent. Throws: PeerUnreachable.
    void send(QByteArray bytes, const QDeadlineTimer &deadline);
    /// Reads what has arrived, up to `most` bytes. Returns 0 when nothing has arrived yet, and -1 when the other side
    /// has ended or broken off, see isBroken().
    qint64 read(char *data, qint64 most);
    /// Returns whether the other side has broken off.
    bool isBroken() const { return m_broken; }
    /// Blocks until something may be read. Throws: PeerUnreachable at the deadline, and soon after `stopping` is set.
    void waitForData(const QDeadlineTimer &deadline, const std::atomic_bool &stopping) const;
    /// Returns the descriptor for a socket notifier.
    int descriptor() const { return m_descriptor; }

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
    int m_descriptor = -1;
    bool m_broken = false;
};
