// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"

#include <QIODevice>
#include <QTimer>

class EventHub;

/// One client's server-sent events (WHATWG HTML, 9.2): what it may hear, in order, none twice. A live, sequential
/// device that the connection reads; it ends by itself after a while, so that a token that was ended is asked for
/// again.
class EventFeed : public QIODevice
{
    Q_OBJECT

public:
    EventFeed(EventHub &hub, Caller caller, qint64 after);
    ~EventFeed() override;

    AccountId account() const { return m_caller.accountId; }
    SessionId session() const { return m_caller.sessionId; }
    /// On the feed's own thread. Events that are not newer than what went out are passed over.
    void push(const QList<EventRow> &events);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_buffer.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool mayHear(const EventRow &event) const;
    void append(const QByteArray &text);

    EventHub &m_hub;
    Caller m_caller;
    qint64 m_last;
    QByteArray m_buffer;
    QTimer m_heartbeat;
};
