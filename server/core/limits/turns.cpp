// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/turns.h"

void Turns::start(const QByteArray &party, Run run)
{
    const std::scoped_lock lock(m_lock);
    add(party, std::move(run));
}

bool Turns::tryStart(const QByteArray &party, Run run)
{
    const std::scoped_lock lock(m_lock);
    const auto line = m_lines.constFind(party);
    const qsizetype own = line == m_lines.cend() ? 0 : line->runs.size() + line->running;
    if (own >= m_most.ofParty || (own > 0 && m_all >= m_most.all))
        return false;
    add(party, std::move(run));
    return true;
}

void Turns::add(const QByteArray &party, Run run)
{
    ++m_all;
    Line &line = m_lines[party];
    line.runs.append(std::move(run)); // enqueue() would copy it
    if (mayBegin(line))
        call(party, line);
    else if (m_most.threads > 0 && line.runs.size() - line.called == 1)
        m_waiting += party;
}

bool Turns::mayBegin(const Line &line) const
{
    const qsizetype own = line.called + line.running;
    return own < m_most.atOnce && (m_most.threads == 0 || own < m_most.threads - m_begun);
}

void Turns::call(const QByteArray &party, Line &line)
{
    ++m_begun;
    ++line.called;
    m_begin([this, party] { runNext(party); });
}

void Turns::runNext(const QByteArray &party)
{
    Run run;
    {
        const std::scoped_lock lock(m_lock);
        Line &line = m_lines[party];
        --line.called;
        ++line.running;
        run = line.runs.dequeue();
    }
    run();
    run = {}; // without the lock: what it holds may be large
    const std::scoped_lock lock(m_lock);
    --m_all;
    --m_begun;
    Line &line = m_lines[party];
    --line.running;
    if (line.runs.isEmpty() && line.running == 0)
        m_lines.remove(party);
    else if (m_most.threads == 0 && line.runs.size() > line.called)
        call(party, line);
    if (m_waiting.removeOne(party)) // the others come first
        m_waiting += party;
    callWaiting();
}

/// Begins what the threads that are left allow. Whoever gets one waits behind the others for the next.
void Turns::callWaiting()
{
    QList<QByteArray> served;
    for (const QByteArray &party : std::exchange(m_waiting, {})) {
        Line &line = m_lines[party];
        const bool begins = mayBegin(line);
        if (begins)
            call(party, line);
        if (line.runs.size() > line.called)
            (begins ? served : m_waiting) += party;
    }
    m_waiting += served;
}
