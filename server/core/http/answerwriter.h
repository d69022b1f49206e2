// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <QObject>

class QTcpSocket;

/// Writes one answer to a socket: first the head, then the body at the client's pace, so that a slow client occupies
/// little memory.
class AnswerWriter : public QObject
{
    Q_OBJECT

public:
    struct Framing
    {
        bool headOnly = false; ///< HEAD
        bool http10 = false;
        bool close = false;
    };

    AnswerWriter(QTcpSocket *socket, Reply reply, QByteArray requestId, Framing framing, QObject *parent);
    ~AnswerWriter() override;

    void start();
    /// Ends the body of a stream that has no end of its own.
    void endStream();
    /// Ends the answer before its end. A body that was announced to be longer ends with the connection.
    void cut();
    bool isStreaming() const { return m_reply.stream && !m_ended; }
    bool isLive() const { return m_live; }
    /// Returns whether the connection must be closed after this answer.
    bool mustClose() const { return m_framing.close; }
    /// Returns whether the body holds room that others may need.
    bool holdsRoom() const;
    /// Returns whether the answer must end, because others need its room.
    bool mustGiveWay() const;
    /// Returns whether the body is incomplete, so that the connection must be reset.
    bool isBroken() const { return m_broken; }

Q_SIGNALS:
    void finished();

private:
    void writeHead();
    void pump();
    void finish();

    QTcpSocket *m_socket;
    Reply m_reply;
    QByteArray m_requestId;
    Framing m_framing;
    bool m_chunked = false;
    bool m_live = false; ///< a stream without an end of its own
    bool m_ended = false;
    bool m_broken = false;
    qint64 m_left = 0;
};
