// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/sseparser.h"

#include <algorithm>

namespace {
constexpr qsizetype limit = 1 << 20; // bytes of a line or of an event's data
constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
}

QList<SseEvent> SseParser::feed(const QByteArray &bytes)
{
    QList<SseEvent> events;
    for (const char c : bytes) {
        if (c == '\n' && m_afterReturn) {
            m_afterReturn = false;
            continue;
        }
        m_afterReturn = c == '\r';
        if (c == '\n' || c == '\r')
            takeLine(std::exchange(m_line, {}), events);
        else
            m_line += c;
        if (m_line.size() > limit || m_data.size() > limit)
            m_broken = true;
        if (m_broken)
            break;
    }
    return events;
}

void SseParser::reset()
{
    m_line.clear();
    m_type.clear();
    m_data.clear();
    m_id = m_lastId;
    m_atStart = true;
    m_afterReturn = false;
    m_broken = false;
}

void SseParser::takeLine(QByteArray line, QList<SseEvent> &events)
{
    if (std::exchange(m_atStart, false) && line.startsWith(byteOrderMark))
        line.remove(0, 3);
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);

    if (field == "data") {
        m_data += value + '\n';
    } else if (field == "event") {
        m_type = value;
    } else if (field == "id" && !value.contains('\0')) {
        m_id = value;
    } else if (field == "retry" && !value.isEmpty()
               && std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= '0' && c <= '9'; })) {
        m_retry = std::chrono::milliseconds(value.toLongLong());
    }
}

void SseParser::dispatch(QList<SseEvent> &events)
{
    const QByteArray type = std::exchange(m_type, {});
    QByteArray data = std::exchange(m_data, {});
    m_lastId = m_id;
    if (data.isEmpty())
        return;
    data.chop(1);
    events.append({.type = type.isEmpty() ? QByteArray("message") : type, .data = data, .lastId = m_lastId});
}
