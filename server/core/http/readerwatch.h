// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpSocket;

/// Drops a client that does not read what it has asked for. The socket is aborted once nothing could be sent for a
/// while although something waits.
class ReaderWatch : public QObject
{
    Q_OBJECT

public:
    ReaderWatch(QTcpSocket *socket, std::chrono::milliseconds patience);

    /// Begins to watch. The watch ends by itself once everything has been sent and end() has been called.
    void begin();
    /// The answer has been written to the socket, which may still hold a part of it.
    void end();

private:
    void progressed();
    void look();

    QTcpSocket *m_socket;
    QTimer m_timer;
    bool m_answering = false;
};
