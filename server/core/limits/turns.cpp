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
    if (line.called + line.running < m_most.atOnce)
        call(party, line);
}

void Turns::call(const QByteArray &party, Line &line)
{
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
    Line &line = m_lines[party];
    --line.running;
    if (line.runs.size() > line.called)
        call(party, line);
    else if (line.runs.isEmpty() && line.running == 0)
        m_lines.remove(party);
}
