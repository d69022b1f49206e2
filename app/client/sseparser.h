// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

/// One event of an event stream (HTML Living Standard, section 9.2).
struct SseEvent
{
    QByteArray type; ///< `message` if the stream names no type
    QByteArray data;
    QByteArray lastId; ///< to resume after this event
};

/// Parses an event stream. The input may be cut at any byte.
class SseParser
{
public:
    /// Returns the events that these bytes complete.
    QList<SseEvent> feed(const QByteArray &bytes);
    /// Prepares for a new connection. Keeps the last id.
    void reset();

    QByteArray lastId() const { return m_lastId; }
    void setLastId(const QByteArray &id) { m_id = m_lastId = id; }
    /// Returns the reconnection time that the stream has requested, if any.
    std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    /// Returns true if an event or a line is too large. The stream cannot be read any further.
    bool isBroken() const { return m_broken; }

private:
    void takeLine(QByteArray line, QList<SseEvent> &events);
    void dispatch(QList<SseEvent> &events);

    QByteArray m_line;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_id; ///< id of the event being read
    QByteArray m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_atStart = true;
    bool m_afterReturn = false; ///< a following line feed belongs to the same line end
    bool m_broken = false;
};
