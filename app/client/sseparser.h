// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

/// One event of an event stream (HTML Living Standard, section 9.2).
struct SseEvent
{
    QByteArray type; ///< `message` where the stream names none
    QByteArray data;
    QByteArray lastId; ///< to resume after this event
};

/// Takes an event stream as the network delivers it, split at any byte, and gives the events in it.
class SseParser
{
public:
    /// The events that these bytes complete.
    QList<SseEvent> feed(const QByteArray &bytes);
    /// A new connection starts in the middle of nothing; the last id stays.
    void reset();

    QByteArray lastId() const { return m_lastId; }
    void setLastId(const QByteArray &id) { m_id = m_lastId = id; }
    /// The stream's own wish for the pause before a reconnect, once it has said one.
    std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    /// An event or a line beyond all reason: the stream is not to be read any further.
    bool isBroken() const { return m_broken; }

private:
    void takeLine(QByteArray line, QList<SseEvent> &events);
    void dispatch(QList<SseEvent> &events);

    QByteArray m_line;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_id; ///< of the event that is being read
    QByteArray m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_atStart = true;
    bool m_afterReturn = false; ///< a line feed that follows belongs to the same line's end
    bool m_broken = false;
};
