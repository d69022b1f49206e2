// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/events/eventstore.h"
#include "server/core/http/caller.h"

#include <QIODevice>
#include <QTimer>

class EventHub;

/// The server-sent events of one client (WHATWG HTML, 9.2): the events that the client may receive, in order and
/// without repetition. The connection reads the feed as a sequential device. The feed ends after a while, so that the
/// client reconnects and its token is checked again.
class EventFeed : public QIODevice
{
    Q_OBJECT

public:
    /// Throws: 429 `too_many_streams`.
    EventFeed(EventHub &hub, Caller caller, qint64 after);
    ~EventFeed() override;

    /// Appends the events, without those that are not newer than the last event sent. Thread: the feed's.
    void push(const QList<EventRow> &events);
    /// Appends an event `reset`: the client has missed events that the server cannot send, and reads everything afresh.
    /// The feed continues after `seq`. Thread: the feed's.
    void reset(qint64 seq);

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
    const std::shared_ptr<void> m_place; ///< among the feeds of the account
    qint64 m_last;
    QByteArray m_buffer;
    QTimer m_heartbeat;
};
